import { eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { advisories } from "~db/schema";
import type { Text } from "./advisory.form";
import { lockToReplace, replacementOf } from "./lock-to-replace.server";

type Withdrawal = { number: string; reason: Text; replacement?: string | undefined; by: Viewer; at: Date };

/** Takes an advisory out of force. The page stays, with the reason in both languages and what to read instead. */
export function withdrawAdvisory(db: Db, { number, reason, replacement, by, at }: Withdrawal) {
  return asActor(db, by, async (tx) => {
    const locked = await lockToReplace(tx, { number, replacement, by });
    if (!locked.ok) return locked;
    const { advisory } = locked.value;
    if (advisory.status === "withdrawn") return refused("already_withdrawn");
    if (!reason.es.trim()) return refused("reason_missing_es");
    if (!reason.en.trim()) return refused("reason_missing_en");
    const instead = await replacementOf(tx, locked.value);
    if (!instead.ok) return instead;

    const [withdrawn] = await tx
      .update(advisories)
      .set({
        status: "withdrawn",
        withdrawnAt: at,
        withdrawalReasonEs: storable(reason.es.trim()),
        withdrawalReasonEn: storable(reason.en.trim()),
        replacedBy: instead.value ?? sql`${advisories.replacedBy}`,
      })
      .where(eq(advisories.id, advisory.id))
      .returning({ id: advisories.id });
    if (!withdrawn) return refused("not_allowed");
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
