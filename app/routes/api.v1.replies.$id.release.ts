import { releaseReply } from "~/domain/replies/release-reply.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.releaseReply, async ({ db, by, at, params: { id: replyId }, body }) =>
    replied(await releaseReply(db, { ...body, replyId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
