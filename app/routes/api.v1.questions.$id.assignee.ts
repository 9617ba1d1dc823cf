import { assignQuestion } from "~/domain/questions/assign-question.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/questions";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.assignQuestion, async ({ db, by, at, params: { id: questionId }, body }) =>
    repliedDone(await assignQuestion(db, { questionId, to: body.memberId, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
