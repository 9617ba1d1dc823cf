import { listProposals } from "~/domain/proposals/proposals.server";
import { proposeToDesk } from "~/domain/proposals/propose-to-desk.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/summaries";
import { replied } from "~/http/api/replied";
import { proposalAsAnswer } from "~/http/api/summary-answers";

const resource = answering(
  bind(operations.listProposals, async ({ db, by, query: { cursor } }) =>
    stretchOf((await listProposals(db, by)).map(proposalAsAnswer), [operations.listProposals.path], cursor),
  ),
  bind(operations.proposeToDesk, async ({ db, by, at, body }) =>
    replied(await proposeToDesk(db, { ...body, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
