import { voteForQuestion } from "~/domain/floor/vote-for-question.server";
import { requireId } from "~/http/ids";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, which, typed }) =>
    voteForQuestion(db, { ...room, contributionId: requireId(which), wanted: typed.wanted === "1" }),
  { place: (language, { room }) => paths.roomFloor(language, room.roundtableId, "questions") },
);

export { RefusedFloorAct as default } from "~/ui/room/refused-floor-act";
