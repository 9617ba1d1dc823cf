import { raiseHand } from "~/domain/floor/raise-hand.server";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(({ room }) => raiseHand(db, room), {
  place: (language, { room }) => paths.roomFloor(language, room.roundtableId, "hands"),
});

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
