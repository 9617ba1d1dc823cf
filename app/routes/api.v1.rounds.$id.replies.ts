import { listReplies } from "~/domain/replies/replies.server";
import { writeReply } from "~/domain/replies/write-reply.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/replies";
import { replied } from "~/http/api/replied";
import { replyAsAnswer } from "~/http/api/reply-answers";

const resource = answering(
  bind(operations.listReplies, async ({ db, by, params: { id: roundId }, query }) => {
    const replies = await listReplies(db, by, { roundId });
    return stretchOf(replies.map(replyAsAnswer), [operations.listReplies.path, roundId], query.cursor);
  }),
  bind(operations.writeReply, async ({ db, by, at, params: { id: roundId }, body }) =>
    replied(await writeReply(db, { ...body, roundId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
