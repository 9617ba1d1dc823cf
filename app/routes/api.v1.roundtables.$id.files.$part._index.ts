import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { roomUploadOf } from "~/http/api/room-upload";
import { seatPace } from "~/http/seat-pace.server";

const resource = answering(
  bind(operations.showInRoom, async (asked) => {
    const { item, mode, title } = asked.query;
    const upload = roomUploadOf(asked.file, asked.query.name);
    if (!upload.ok) return upload;
    return replied(
      await showInRoom(asked.db, {
        id: asked.params.part,
        item,
        mode,
        title,
        ...upload.value,
        pace: seatPace,
        ...(await inRoom(asked)),
      }),
    );
  }),
);

export const loader = resource;
export const action = resource;
