import { findAdvisory } from "~/domain/advisories/advisories.server";
import { refused } from "~/domain/outcome";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/questions";
import { publishedAsAnswer } from "~/http/api/question-answers";

const resource = answering(
  bind(operations.listAnswers, async ({ db, by, params: { number }, query }) => {
    const advisory = await findAdvisory(db, by, number);
    if (!advisory) return refused("not_found");
    const answers = await listPublishedAnswers(db, by, { advisory: advisory.number });
    return stretchOf(
      answers.map(publishedAsAnswer),
      [operations.listAnswers.path, advisory.number],
      query.cursor,
    );
  }),
);

export const loader = resource;
export const action = resource;
