import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { leadsToOr } from "~/http/act-place";
import { itemIn } from "~/http/floor";
import { findAppearing } from "~/http/refused-room.server";
import { fileIn, madeUpId, modeIn } from "~/http/room-files";
import { roomAction, toSession } from "~/http/roundtables.server";
import { seatPace } from "~/http/seat-pace.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsToOr(toSession, findAppearing);

export const action = roomAction(
  async ({ room, form, typed }) => {
    const file = await fileIn(form);
    if (!file.ok) return file;
    const mode = modeIn(typed);
    if (!mode.ok) return mode;
    return showInRoom(db, {
      ...room,
      id: madeUpId(typed),
      item: itemIn(typed),
      mode: mode.value,
      title: typed.title ?? "",
      ...file.value,
      pace: seatPace,
    });
  },
  {
    place: (language, { room, typed }) =>
      paths.roomPart(language, room.roundtableId, itemIn(typed), "room-conversation"),
  },
);

export { RefusedFile as default } from "~/ui/room/files-refused";
