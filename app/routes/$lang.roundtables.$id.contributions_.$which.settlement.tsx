import { settlements } from "~/domain/contributions/contribution";
import { settleQuestion } from "~/domain/floor/settle-question.server";
import { chosenIn } from "~/http/floor";
import { requireId } from "~/http/ids";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, which, typed }) => {
    const settlement = chosenIn(settlements, typed.settlement, "choose_settlement");
    return settlement.ok
      ? settleQuestion(db, { ...room, contributionId: requireId(which), settlement: settlement.value })
      : settlement;
  },
  { place: (language, { room }) => paths.roomFloor(language, room.roundtableId, "questions") },
);

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
