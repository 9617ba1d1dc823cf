import { done, refused } from "~/domain/outcome";
import { findSummary } from "~/domain/summaries/summaries.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/summaries";
import { summaryAsAnswer } from "~/http/api/summary-answers";

const resource = answering(
  bind(operations.findSummary, async ({ db, by, params: { id } }) => {
    const found = await findSummary(db, by, id);
    return found ? done({ body: summaryAsAnswer(found) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
