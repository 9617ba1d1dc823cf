import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { clearances } from "~db/schema";
import { mayTakeBack } from "./draft.policy";
import { lockDraft } from "./drafts.server";

type TakingBack = { draftId: string; clearanceId: string; by: Viewer; at: Date };

/** A member's own clearance, taken back before publication; an embargo that rested on it is lifted by the job's own check. */
export function takeBackClearance(db: Db, { draftId, clearanceId, by, at }: TakingBack) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    const given = draft?.clearances.find((one) => one.id === clearanceId);
    if (!draft || !given) return refused("not_found");
    if (!mayTakeBack(by, given)) return refused("not_allowed");
    if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");
    if (given.takenBackAt) return done({ id: clearanceId });

    await tx.update(clearances).set({ takenBackAt: at }).where(eq(clearances.id, clearanceId));
    await recordEvent(tx, {
      action: "draft.clearance-taken-back",
      subject: { kind: "draft", id: draftId },
      detail: { kind: given.kind, contentHash: given.contentHash },
      at,
    });
    return done({ id: clearanceId });
  });
}
