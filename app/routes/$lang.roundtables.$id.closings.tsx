import { closeItem } from "~/domain/floor/close-item.server";
import { itemIn } from "~/http/floor";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(({ room, typed }) => closeItem(db, { ...room, item: itemIn(typed) }), {
  place: (language, { room, typed }) =>
    paths.roomPart(language, room.roundtableId, itemIn(typed), "conversation"),
});

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
