import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { leadsToOr } from "~/http/act-place";
import { itemIn } from "~/http/floor";
import { findAppearing } from "~/http/refused-room.server";
import { madeUpId, modeIn } from "~/http/room-files";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { seatPace } from "~/http/seat-pace.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsToOr(toRoom, findAppearing);

export const action = roomAction(
  async ({ room, typed }) => {
    const mode = modeIn(typed);
    if (!mode.ok) return mode;
    return sayInRoom(db, {
      ...room,
      id: madeUpId(typed),
      kind: "question",
      item: itemIn(typed),
      parentId: null,
      mode: mode.value,
      text: typed.text ?? "",
      language: typed.language === "en" ? "en" : "es",
      pace: seatPace,
    });
  },
  { anchor: "questions" },
);

export { RefusedQuestionAhead as default } from "~/ui/room/questions-ahead";
