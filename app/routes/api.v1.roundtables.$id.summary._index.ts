import { done, refused } from "~/domain/outcome";
import { findOwnSummary } from "~/domain/summaries/summaries.server";
import { writeSummary } from "~/domain/summaries/write-summary.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/summaries";
import { replied } from "~/http/api/replied";
import { ownSummaryAsAnswer } from "~/http/api/summary-answers";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findOwnSummary, async ({ db, by, params: { id } }) => {
    const found = await findOwnSummary(db, by, { id, keys: await secretKeys() });
    return found ? done({ body: ownSummaryAsAnswer(found) }) : refused("not_found");
  }),
  bind(operations.writeSummary, async ({ db, by, at, params, body }) =>
    replied(await writeSummary(db, { roundtableId: params.id, ...body, keys: await secretKeys(), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
