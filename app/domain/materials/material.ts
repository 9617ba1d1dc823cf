import type { RoomFile } from "~/domain/files/room-file";

export type Material = RoomFile & { id: string };

/** Of one session. */
export const mostMaterials = 20;
