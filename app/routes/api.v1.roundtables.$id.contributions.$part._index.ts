import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { seatPace } from "~/http/seat-pace.server";

const resource = answering(
  bind(operations.sayInRoom, async (asked) =>
    replied(
      await sayInRoom(asked.db, {
        id: asked.params.part,
        ...asked.body,
        pace: seatPace,
        ...(await inRoom(asked)),
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
