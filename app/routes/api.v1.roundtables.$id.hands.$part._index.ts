import { lowerHand } from "~/domain/floor/lower-hand.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.lowerHand, async (asked) =>
    repliedDone(await lowerHand(asked.db, { memberId: asked.params.part, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
