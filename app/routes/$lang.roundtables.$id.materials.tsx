import { addMaterial } from "~/domain/materials/add-material.server";
import { fileIn, madeUpId } from "~/http/room-files";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, form, typed }) => {
    const file = await fileIn(form);
    if (!file.ok) return file;
    return addMaterial(db, { ...room, id: madeUpId(typed), title: typed.title ?? "", ...file.value });
  },
  { anchor: "materials" },
);

export { RefusedMaterial as default } from "~/ui/room/files-refused";
