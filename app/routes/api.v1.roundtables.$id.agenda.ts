import { changeAgenda } from "~/domain/roundtables/change-agenda.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/roundtables";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.changeAgenda, async ({ body: { revision, ...agenda }, ...asked }) =>
    replied(await changeAgenda(asked.db, { agenda, revision, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
