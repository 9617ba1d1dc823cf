import { moveRoundtable } from "~/domain/roundtables/move-roundtable.server";
import { placeIn, timesIn } from "~/http/roundtables";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, typed }) => {
    const [times, place] = [timesIn(typed), placeIn(typed)];
    if (!times.ok) return times;
    if (!place.ok) return place;
    const sequence = Number(typed.sequence);
    return moveRoundtable(db, { ...room, times: times.value, place: place.value, sequence });
  },
  { anchor: "time" },
);

export { RefusedTime as default } from "~/ui/roundtables/refused-roundtable-act";
