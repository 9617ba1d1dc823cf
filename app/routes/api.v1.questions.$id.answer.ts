import { saveAnswer } from "~/domain/questions/save-answer.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/questions";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(
    operations.saveAnswer,
    async ({ db, by, at, params: { id: questionId }, body: { revision, ...written } }) =>
      replied(await saveAnswer(db, { questionId, written, revision, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
