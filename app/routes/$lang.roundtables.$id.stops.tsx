import { stopReasons } from "~/domain/floor/floor";
import { stopTalk } from "~/domain/floor/stop-talk.server";
import { itemIn, reasonFrom } from "~/http/floor";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, typed }) => {
    const given = reasonFrom(stopReasons, typed);
    return given.ok ? stopTalk(db, { ...room, item: itemIn(typed), ...given.value }) : given;
  },
  {
    place: (language, { room, typed }) =>
      paths.roomPart(language, room.roundtableId, itemIn(typed), "conversation"),
  },
);

export { RefusedStop as default } from "~/ui/room/chair-stop";
