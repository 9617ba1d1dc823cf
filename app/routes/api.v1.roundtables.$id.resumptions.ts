import { resumeTalk } from "~/domain/floor/resume-talk.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.resumeTalk, async (asked) =>
    replied(await resumeTalk(asked.db, { ...asked.body, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
