import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { leadsToOr } from "~/http/act-place";
import { findAppearing } from "~/http/refused-room.server";
import { roomAction, toSession } from "~/http/roundtables.server";
import { modeIn, saidIn } from "~/http/said";
import { seatPace } from "~/http/seat-pace.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsToOr(toSession, findAppearing);

export const action = roomAction(
  async ({ room, typed }) => {
    const said = saidIn(typed);
    const mode = modeIn(typed);
    return mode.ok ? sayInRoom(db, { ...room, ...said, mode: mode.value, pace: seatPace }) : mode;
  },
  {
    place: (language, { room, typed }) => {
      const { id, item } = saidIn(typed);
      return paths.roomPart(language, room.roundtableId, item, paths.saidAnchor(id));
    },
  },
);

export { RefusedContribution as default } from "~/ui/room/refused-contribution";
