import { takeMaterial } from "~/domain/materials/take-material.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { copyOf } from "~/http/copy.server";

const resource = answering(
  bind(operations.takeMaterial, async (asked) => {
    const taken = await takeMaterial(asked.db, {
      materialId: asked.params.part,
      ...(await inRoom(asked)),
    });
    return taken.ok ? replied(await copyOf(taken.value, asked)) : taken;
  }),
);

export const loader = resource;
export const action = resource;
