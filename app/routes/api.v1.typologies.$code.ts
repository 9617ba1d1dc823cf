import { done, refused } from "~/domain/outcome";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { keepTypology } from "~/domain/typologies/keep-typology.server";
import { findTypology } from "~/domain/typologies/typologies.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/typologies";
import { publishedAsAnswer } from "~/http/api/question-answers";
import { replied } from "~/http/api/replied";
import { typologyAsAnswer } from "~/http/api/typology-answer";

const resource = answering(
  bind(operations.findTypology, async ({ db, by, params }) => {
    const page = await findTypology(db, by, params.code);
    if (!page) return refused("not_found");
    const answers = await listPublishedAnswers(db, by, { typology: page.code });
    return done({ body: { ...typologyAsAnswer(page), answers: answers.map(publishedAsAnswer) } });
  }),
  bind(operations.keepTypology, async ({ db, by, at, params, body }) =>
    replied(await keepTypology(db, { typology: { ...body, code: params.code }, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
