import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/vaults";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.closeRoundtable, async (asked) =>
    replied(await closeRoundtable(asked.db, await inRoom(asked))),
  ),
);

export const loader = resource;
export const action = resource;
