import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { findDraft, listComments } from "~/domain/drafts/drafts.server";
import { refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { commentAsAnswer } from "~/http/api/draft-answers";
import * as operations from "~/http/api/operations/drafts";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.listComments, async ({ db, by, params, query }) => {
    if (!(await findDraft(db, by, params.id))) return refused("not_found");
    const comments = await listComments(db, by, params.id);
    return stretchOf(comments.map(commentAsAnswer), params.id, query.cursor);
  }),
  bind(operations.commentOnDraft, async ({ db, by, at, params, body }) =>
    replied(await commentOnDraft(db, { draftId: params.id, ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
