import { done } from "~/domain/outcome";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { receiptAsAnswer } from "~/http/api/room-answers";

const resource = answering(
  bind(operations.acceptTerms, async (asked) => {
    const outcome = await acceptTerms(asked.db, { ...asked.body, ...(await inRoom(asked)) });
    return outcome.ok ? done({ body: receiptAsAnswer(outcome.value) }) : outcome;
  }),
);

export const loader = resource;
export const action = resource;
