import { addMaterial } from "~/domain/materials/add-material.server";
import { withdrawMaterial } from "~/domain/materials/withdraw-material.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { roomUploadOf } from "~/http/api/room-upload";

const resource = answering(
  bind(operations.addMaterial, async (asked) => {
    const upload = roomUploadOf(asked.file, asked.query.name);
    if (!upload.ok) return upload;
    return replied(
      await addMaterial(asked.db, {
        id: asked.params.part,
        title: asked.query.title,
        ...upload.value,
        ...(await inRoom(asked)),
      }),
    );
  }),
  bind(operations.withdrawMaterial, async (asked) => {
    const taken = await withdrawMaterial(asked.db, {
      materialId: asked.params.part,
      ...(await inRoom(asked)),
    });
    return taken.ok ? done({ body: undefined }) : taken;
  }),
);

export const loader = resource;
export const action = resource;
