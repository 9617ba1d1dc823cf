import { citeReplies } from "~/domain/replies/cite-replies.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.citeReplies, async ({ db, by, at, params: { id: draftId }, body }) =>
    replied(await citeReplies(db, { ...body, draftId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
