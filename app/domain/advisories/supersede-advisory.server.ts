import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { advisories } from "~db/schema";
import { lockToReplace, replacementOf } from "./lock-to-replace.server";

type Superseding = { number: string; replacement: string; by: Viewer; at: Date };

/** Marks an advisory as superseded by another that is in force. */
export function supersedeAdvisory(db: Db, { number, replacement, by, at }: Superseding) {
  return asActor(db, by, async (tx) => {
    const locked = await lockToReplace(tx, { number, replacement, by });
    if (!locked.ok) return locked;
    const { advisory } = locked.value;
    if (advisory.status === "withdrawn") return refused("already_withdrawn");
    if (advisory.status === "superseded") return refused("already_superseded");
    const instead = await replacementOf(tx, locked.value);
    if (!instead.ok) return instead;
    if (!instead.value) return refused("replacement_missing");

    const [superseded] = await tx
      .update(advisories)
      .set({ status: "superseded", supersededAt: at, replacedBy: instead.value })
      .where(eq(advisories.id, advisory.id))
      .returning({ id: advisories.id });
    if (!superseded) return refused("not_allowed");
    await recordEvent(tx, {
      action: "advisory.superseded",
      subject: { kind: "advisory", id: advisory.id },
      detail: { number: advisory.number, version: advisory.currentVersion, replacement: instead.value },
      at,
    });
    return done({ number: advisory.number });
  });
}
