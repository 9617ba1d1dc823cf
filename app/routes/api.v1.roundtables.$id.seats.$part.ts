import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/roundtables";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.withdrawSeat, async (asked) =>
    repliedDone(await withdrawSeat(asked.db, { seatId: asked.params.part, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
