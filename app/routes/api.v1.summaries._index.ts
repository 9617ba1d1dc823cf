import { listSummaries } from "~/domain/summaries/summaries.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/summaries";
import { summaryAsAnswer } from "~/http/api/summary-answers";

const resource = answering(
  bind(operations.listSummaries, async ({ db, by, query: { cursor } }) =>
    stretchOf((await listSummaries(db, by)).map(summaryAsAnswer), [operations.listSummaries.path], cursor),
  ),
);

export const loader = resource;
export const action = resource;
