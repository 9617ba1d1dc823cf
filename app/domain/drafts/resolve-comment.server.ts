import { and, eq, isNull } from "drizzle-orm";
import { mayComment } from "~/domain/advisories/advisory.policy";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { draftComments } from "~db/schema";
import { lockDraft } from "./drafts.server";

type Resolving = { draftId: string; commentId: string; by: Viewer; at: Date };

export function resolveComment(db: Db, { draftId, commentId, by, at }: Resolving) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!isMember(by) || !mayComment(by, draft)) return refused("not_allowed");
    if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");

    const [comment] = await tx
      .select({ resolvedAt: draftComments.resolvedAt })
      .from(draftComments)
      .where(and(eq(draftComments.id, commentId), eq(draftComments.draftId, draftId)));
    if (!comment) return refused("not_found");
    if (comment.resolvedAt) return done({ id: commentId });
    await tx
      .update(draftComments)
      .set({ resolvedAt: at, resolvedBy: by.memberId })
      .where(and(eq(draftComments.id, commentId), isNull(draftComments.resolvedAt)));
    await recordEvent(tx, { action: "draft.comment-resolved", subject: { kind: "draft", id: draftId }, at });
    return done({ id: commentId });
  });
}
