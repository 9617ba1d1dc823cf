import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { clearanceExceptions } from "~db/schema";
import { mayMakeException } from "./organisation.policy";

type Exception = { severalKinds: boolean; approvalsNeeded: 1 | 2; reason: string; by: Viewer; at: Date };

/** A short-staffed authority's written exception to the clearance rule; it replaces the one before. The plain rule ends it. */
export function makeClearanceException(db: Db, { severalKinds, approvalsNeeded, reason, by, at }: Exception) {
  return asActor(db, by, async (tx) => {
    if (!mayMakeException(by)) return refused("not_allowed");
    if (reason.trim().length < 20) return refused("reason_too_short", { least: 20 });
    await tx
      .update(clearanceExceptions)
      .set({ endedBy: by.memberId, endedAt: at })
      .where(
        and(eq(clearanceExceptions.organisationId, by.organisationId), isNull(clearanceExceptions.endedAt)),
      );
    if (severalKinds || approvalsNeeded === 1) {
      await tx.insert(clearanceExceptions).values({
        organisationId: by.organisationId,
        severalKinds,
        approvalsNeeded,
        reason: storable(reason.trim()),
        setBy: by.memberId,
        setAt: at,
      });
    }
    await recordEvent(tx, {
      action: "clearance-exception.made",
      subject: { kind: "organisation", id: by.organisationId },
      detail: { severalKinds, approvalsNeeded },
      at,
    });
    return done({ severalKinds, approvalsNeeded });
  });
}
