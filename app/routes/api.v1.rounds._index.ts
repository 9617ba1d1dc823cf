import { planRound } from "~/domain/rounds/plan-round.server";
import { listRounds } from "~/domain/rounds/rounds.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/rounds";
import { replied } from "~/http/api/replied";
import { planned, roundAsAnswer } from "~/http/api/round-answers";

const resource = answering(
  bind(operations.listRounds, async ({ db, by, at, query }) => {
    const rounds = await listRounds(db, by);
    return stretchOf(
      rounds.map((round) => roundAsAnswer(round, at)),
      [operations.listRounds.path],
      query.cursor,
    );
  }),
  bind(operations.planRound, async ({ db, by, at, body }) =>
    replied(await planRound(db, { plan: planned(body), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
