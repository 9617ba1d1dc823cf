import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { seatPace } from "~/http/seat-pace.server";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.sayInRoom, async ({ db, by, at, params, body }) =>
    replied(
      await sayInRoom(db, {
        roundtableId: params.id,
        id: params.part,
        ...body,
        pace: seatPace,
        keys: await secretKeys(),
        by,
        at,
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
