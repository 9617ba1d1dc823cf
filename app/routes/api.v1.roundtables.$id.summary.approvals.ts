import { approveSummary } from "~/domain/summaries/approve-summary.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/summaries";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.approveSummary, async ({ db, by, at, params, body }) =>
    replied(await approveSummary(db, { roundtableId: params.id, ...body, keys: await secretKeys(), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
