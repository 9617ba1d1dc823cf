import { raiseHand } from "~/domain/floor/raise-hand.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.raiseHand, async (asked) => replied(await raiseHand(asked.db, await inRoom(asked)))),
);

export const loader = resource;
export const action = resource;
