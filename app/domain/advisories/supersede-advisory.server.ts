import { eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { advisories } from "~db/schema";
import { findAdvisory } from "./advisories.server";
import { maySupersede } from "./advisory.policy";
import { replacementFor } from "./replacement.server";

type Superseding = { number: string; replacement: string; by: Viewer; at: Date };

/** Marks an advisory as superseded by another that is in force. */
export function supersedeAdvisory(db: Db, { number, replacement, by, at }: Superseding) {
  return asViewer(db, by, async (tx) => {
    const advisory = await findAdvisory(tx, by, number);
    if (!advisory) return refused("not_found");
    if (!isMember(by) || !maySupersede(by, advisory)) return refused("not_allowed");
    const [locked] = await tx
      .select({ status: advisories.status })
      .from(advisories)
      .where(eq(advisories.id, advisory.id))
      .for("update");
    if (locked?.status === "withdrawn") return refused("already_withdrawn");
    if (locked?.status === "superseded") return refused("already_superseded");
    const instead = await replacementFor(tx, by, advisory, replacement);
    if (!instead.ok) return instead;
    if (!instead.value) return refused("replacement_missing");

    await tx
      .update(advisories)
      .set({ status: "superseded", replacedBy: instead.value })
      .where(eq(advisories.id, advisory.id));
    await recordEvent(tx, {
      action: "advisory.superseded",
      subject: { kind: "advisory", id: advisory.id },
      detail: { number: advisory.number, version: advisory.currentVersion, replacement: instead.value },
      at,
    });
    return done({ number: advisory.number });
  });
}
