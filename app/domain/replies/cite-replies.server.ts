import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { lockEditableDraft } from "~/domain/drafts/lock-editable-draft.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { replyCitations } from "~db/schema";
import { listCitable } from "./replies.server";

type Citing = {
  draftId: string;
  /** All that it came of; those left out are not named any more. */
  replyIds: string[];
  by: Viewer;
  at: Date;
};

/** Names the released replies that led to a next version. Its version cites them once it is published, and they say so too. */
export function citeReplies(db: Db, { draftId, replyIds, by, at }: Citing) {
  return allOrNothing(db, by, async (tx) => {
    const locked = await lockEditableDraft(tx, draftId, by);
    if (!locked.ok) return locked;
    const { draft, editor } = locked.value;
    const wanted = [...new Set(replyIds)];
    const own = new Map((await listCitable(tx, editor)).map((reply) => [reply.id, reply]));
    if (wanted.some((id) => !own.has(id))) return refused("reply_elsewhere");
    if (wanted.some((id) => own.get(id)?.outcome === "declined")) return refused("declined_not_cited");

    const ofDraft = and(eq(replyCitations.draftId, draftId), isNull(replyCitations.versionId));
    await tx
      .delete(replyCitations)
      .where(wanted.length > 0 ? and(ofDraft, notInArray(replyCitations.replyId, wanted)) : ofDraft);
    const kept = new Set(
      (
        await tx
          .select({ replyId: replyCitations.replyId })
          .from(replyCitations)
          .where(and(ofDraft, inArray(replyCitations.replyId, wanted)))
      ).map(({ replyId }) => replyId),
    );
    const added = wanted.filter((id) => !kept.has(id));
    if (added.length > 0) {
      await tx
        .insert(replyCitations)
        .values(added.map((replyId) => ({ replyId, draftId, citedBy: editor.memberId, citedAt: at })));
    }
    await recordEvent(tx, {
      action: "draft.cited",
      subject: { kind: "draft", id: draftId },
      detail: { number: draft.number },
      at,
    });
    return done({ replyIds: wanted });
  });
}
