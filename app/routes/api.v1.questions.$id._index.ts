import { done, refused } from "~/domain/outcome";
import { findQuestion } from "~/domain/questions/questions.server";
import { withdrawQuestion } from "~/domain/questions/withdraw-question.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/questions";
import { givenAsAnswer, questionAsAnswer } from "~/http/api/question-answers";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operations.findQuestion, async ({ db, by, at, params }) => {
    const found = await findQuestion(db, by, params.id, at);
    if (!found) return refused("not_found");
    const { draft } = found;
    return done({
      body: {
        ...questionAsAnswer(found),
        answers: found.answers.map(givenAsAnswer),
        draft: draft && {
          addressee: draft.addressee,
          question: draft.question,
          answer: draft.answer,
          correction: draft.correction,
          revision: draft.revision,
        },
      },
    });
  }),
  bind(operations.withdrawQuestion, async ({ db, by, at, params }) =>
    repliedDone(await withdrawQuestion(db, { questionId: params.id, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
