import { closePoll } from "~/domain/floor/close-poll.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.closePoll, async (asked) =>
    replied(await closePoll(asked.db, { pollId: asked.params.part, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
