import { eq } from "drizzle-orm";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { drafts } from "~db/schema";
import { lockDraft } from "./drafts.server";

/** Lifts an embargo that has not come: the draft is open again and its clearances stand. */
export function cancelPublication(db: Db, { draftId, by, at }: { draftId: string; by: Viewer; at: Date }) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!isMember(by) || !mayPublish(by, draft)) return refused("not_allowed");
    if (draft.publishedAt) return refused("already_published");
    if (!draft.scheduledFor) return refused("not_scheduled");

    await tx
      .update(drafts)
      .set({ scheduledFor: null, scheduledBy: null, scheduledHash: null, embargoRefusal: null })
      .where(eq(drafts.id, draftId));
    await recordEvent(tx, { action: "draft.unscheduled", subject: { kind: "draft", id: draftId }, at });
    return done({ id: draftId });
  });
}
