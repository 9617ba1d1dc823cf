import { resolveComment } from "~/domain/drafts/resolve-comment.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { resolveComment as operation } from "~/http/api/operations/drafts";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params }) =>
    replied(await resolveComment(db, { draftId: params.id, commentId: params.comment, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
