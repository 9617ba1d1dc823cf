import { withdrawMaterial } from "~/domain/materials/withdraw-material.server";
import { requireId } from "~/http/ids";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, which }) => withdrawMaterial(db, { ...room, materialId: requireId(which) }),
  { anchor: "materials" },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
