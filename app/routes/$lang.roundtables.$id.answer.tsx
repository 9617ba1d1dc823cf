import { refused } from "~/domain/outcome";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { seatAnswers } from "~/domain/roundtables/roundtable";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(async ({ room, typed }) => {
  const answer = seatAnswers.find((one) => one === typed.answer);
  return answer ? answerSeat(db, { ...room, answer }) : refused("choose_answer");
});

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
