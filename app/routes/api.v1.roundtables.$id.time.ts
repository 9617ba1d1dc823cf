import { moveRoundtable } from "~/domain/roundtables/move-roundtable.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/roundtables";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.moveRoundtable, async (asked) =>
    replied(await moveRoundtable(asked.db, { ...asked.body, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
