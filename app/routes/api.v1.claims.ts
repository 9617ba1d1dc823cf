import type { ActionFunctionArgs } from "@remix-run/node";
import { done } from "~/domain/outcome";
import { findOutcomes } from "~/domain/replies/outcomes.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/replies";
import { problem } from "~/http/outcomes";
import { takeReceiptLook } from "~/http/receipt-limit.server";

const opening = answering(
  bind(operations.claimOutcomes, async ({ db, body }) =>
    done({
      body: { points: await findOutcomes(db, body) },
      headers: { "Cache-Control": "no-store" },
    }),
  ),
);

const resource = Object.assign(
  async (asked: ActionFunctionArgs) => {
    const limited = await takeReceiptLook(asked.context);
    return limited ? problem(asked.request, limited) : opening(asked);
  },
  { operations: opening.operations },
);

export const loader = resource;
export const action = resource;
