import { openRoom } from "~/domain/floor/open-room.server";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(({ room }) => openRoom(db, room), {
  place: (language, { room }) => paths.room(language, room.roundtableId),
});

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
