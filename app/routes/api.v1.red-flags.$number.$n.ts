import { findRedFlagHistory } from "~/domain/advisories/advisories.server";
import { redFlagAsData } from "~/domain/exports/advisory-json";
import { done, refused } from "~/domain/outcome";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { findRedFlag } from "~/http/api/operations/red-flags";
import { publishedAsAnswer } from "~/http/api/question-answers";

const resource = answering(
  bind(findRedFlag, async ({ db, by, params }) => {
    const history = await findRedFlagHistory(db, by, params.number, params.n);
    if (!history) return refused("not_found");
    const { publicId, advisory, alsoIn, printings } = history;
    return done({
      body: {
        id: publicId,
        advisory: advisory.number,
        alsoIn,
        printings: printings.map(({ version, publishedAt, content }) => ({
          version,
          publishedAt: publishedAt.toISOString(),
          redFlag: redFlagAsData(advisory.number, content, advisory.content.groups),
        })),
        answers: (await listPublishedAnswers(db, by, { redFlag: publicId })).map(publishedAsAnswer),
      },
    });
  }),
);

export const loader = resource;
export const action = resource;
