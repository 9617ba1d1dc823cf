import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/minutes";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.approveMinutes, async (asked) =>
    replied(await approveMinutes(asked.db, { ...asked.body, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
