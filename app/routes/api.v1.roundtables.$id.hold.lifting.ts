import { liftHold } from "~/domain/vaults/lift-hold.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/vaults";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.liftHold, async (asked) =>
    replied(await liftHold(asked.db, { ...asked.body, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
