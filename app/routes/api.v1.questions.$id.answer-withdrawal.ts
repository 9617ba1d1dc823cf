import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/questions";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.withdrawAnswer, async ({ db, by, at, params: { id: questionId }, body }) =>
    repliedDone(await withdrawAnswer(db, { questionId, reason: body.reason, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
