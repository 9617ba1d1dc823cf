import { piecesOf } from "~/domain/advisories/advisory";
import { mayComment } from "~/domain/advisories/advisory.policy";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { draftComments } from "~db/schema";
import { lockDraft } from "./drafts.server";

type Commenting = { draftId: string; path: string; body: string; by: Viewer; at: Date };

/** A remark on one piece of a draft (or, with an empty path, on the whole); it must be resolved before publication. */
export function commentOnDraft(db: Db, { draftId, path, body, by, at }: Commenting) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!isMember(by) || !mayComment(by, draft)) return refused("not_allowed");
    if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");
    if (body.trim() === "") return refused("comment_empty");
    if (body.length > 5000) return refused("too_long", { most: 5000 });
    if (path !== "" && !piecesOf(draft.content).some((piece) => piece.path === path)) {
      return refused("piece_gone");
    }

    const [row] = await tx
      .insert(draftComments)
      .values({ draftId, path, body: storable(body.trim()), memberId: by.memberId, at })
      .returning({ id: draftComments.id });
    if (!row) throw new Error("a comment was not stored");
    await recordEvent(tx, { action: "draft.commented", subject: { kind: "draft", id: draftId }, at });
    return done({ id: row.id });
  });
}
