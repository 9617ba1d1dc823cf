import { giveFloor } from "~/domain/floor/give-floor.server";
import { requireId } from "~/http/ids";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, which }) => giveFloor(db, { ...room, memberId: requireId(which) }),
  { place: (language, { room }) => paths.roomFloor(language, room.roundtableId, "hands") },
);

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
