import { withdrawSummary } from "~/domain/summaries/withdraw-summary.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/summaries";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.withdrawSummary, async ({ db, by, at, params, body }) =>
    replied(await withdrawSummary(db, { id: params.id, ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
