import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/roundtables";
import { repliedDone } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.withdrawSeat, async ({ db, by, at, params }) =>
    repliedDone(
      await withdrawSeat(db, {
        roundtableId: params.id,
        seatId: params.part,
        keys: await secretKeys(),
        by,
        at,
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
