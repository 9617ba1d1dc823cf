import { releaseAnswer } from "~/domain/questions/release-answer.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/questions";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.releaseAnswer, async ({ db, by, at, params: { id: questionId }, body }) =>
    replied(await releaseAnswer(db, { questionId, revision: body.revision, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
