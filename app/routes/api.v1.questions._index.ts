import { askQuestion } from "~/domain/questions/ask-question.server";
import { listQuestions } from "~/domain/questions/questions.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/questions";
import { questionAsAnswer } from "~/http/api/question-answers";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.listQuestions, async ({ db, by, at, query: { cursor, ...wanted } }) => {
    const found = await listQuestions(db, by, at, wanted);
    return stretchOf(
      found.map(questionAsAnswer),
      [operations.listQuestions.path, wanted.state ?? "", wanted.advisory ?? "", wanted.redFlag ?? ""],
      cursor,
    );
  }),
  bind(operations.askQuestion, async ({ db, by, at, body }) =>
    replied(await askQuestion(db, { asking: body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
