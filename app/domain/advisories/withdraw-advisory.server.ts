import { eq, sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import { asViewer, type Db } from "~db/client.server";
import { advisories } from "~db/schema";
import { findAdvisory } from "./advisories.server";
import type { Text } from "./advisory.form";
import { mayWithdraw } from "./advisory.policy";
import { replacementFor } from "./replacement.server";

type Withdrawal = { number: string; reason: Text; replacement?: string | undefined; by: Viewer; at: Date };

/** Takes an advisory out of force. The page stays, with the reason in both languages and what to read instead. */
export function withdrawAdvisory(db: Db, { number, reason, replacement, by, at }: Withdrawal) {
  return asViewer(db, by, async (tx) => {
    const advisory = await findAdvisory(tx, by, number);
    if (!advisory) return refused("not_found");
    if (!isMember(by) || !mayWithdraw(by, advisory)) return refused("not_allowed");
    const [locked] = await tx
      .select({ status: advisories.status })
      .from(advisories)
      .where(eq(advisories.id, advisory.id))
      .for("update");
    if (locked?.status === "withdrawn") return refused("already_withdrawn");
    if (!reason.es.trim()) return refused("reason_missing_es");
    if (!reason.en.trim()) return refused("reason_missing_en");
    const instead = await replacementFor(tx, by, advisory, replacement);
    if (!instead.ok) return instead;

    await tx
      .update(advisories)
      .set({
        status: "withdrawn",
        withdrawnAt: at,
        withdrawalReasonEs: storable(reason.es.trim()),
        withdrawalReasonEn: storable(reason.en.trim()),
        replacedBy: instead.value ?? sql`${advisories.replacedBy}`,
      })
      .where(eq(advisories.id, advisory.id));
    await recordEvent(tx, {
      action: "advisory.withdrawn",
      subject: { kind: "advisory", id: advisory.id },
      detail: {
        number: advisory.number,
        version: advisory.currentVersion,
        replacement: instead.value ?? null,
      },
      at,
    });
    return done({ number: advisory.number });
  });
}
