import { done } from "~/domain/outcome";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rounds";

const resource = answering(
  bind(operations.extendRound, async ({ db, by, at, params: { id: roundId }, body }) => {
    const outcome = await extendRound(db, { roundId, closesAt: new Date(body.closesAt), by, at });
    return outcome.ok ? done({ body: { closesAt: outcome.value.closesAt.toISOString() } }) : outcome;
  }),
);

export const loader = resource;
export const action = resource;
