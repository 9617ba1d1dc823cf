import { isInForce } from "~/domain/answers/answer";
import { textAsData } from "~/domain/exports/advisory-json";
import { done, refused } from "~/domain/outcome";
import { findStanding } from "~/domain/releases/round-standing.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { changeRound } from "~/domain/rounds/change-round.server";
import { findRound } from "~/domain/rounds/rounds.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { admitting, revisionTag } from "~/http/api/entity-tag";
import * as operations from "~/http/api/operations/rounds";
import { replied, repliedDone } from "~/http/api/replied";
import { planned, roundAsAnswer } from "~/http/api/round-answers";

const resource = answering(
  bind(operations.findRound, async ({ db, by, at, params }) => {
    const [round, standing] = await Promise.all([
      findRound(db, by, params.id),
      findStanding(db, by, { roundId: params.id, at }),
    ]);
    if (!round) return refused("not_found");
    const rows = round.rows.map(({ n, publicId, state, text }) => ({
      n,
      redFlag: publicId,
      inForce: isInForce({ state }),
      text: textAsData(text),
    }));
    return done({
      headers: { ETag: revisionTag(round.revision) },
      body: {
        ...roundAsAnswer(round, at),
        rows,
        ...round.participation,
        counting: standing?.counting
          ? { ...standing.counting, againAt: standing.counting.againAt?.toISOString() ?? null }
          : null,
      },
    });
  }),
  bind(operations.changeRound, async ({ db, by, at, params, body, ifMatch }) =>
    replied(
      await changeRound(db, {
        roundId: params.id,
        isAsRead: admitting(ifMatch),
        plan: planned(body),
        by,
        at,
      }),
    ),
  ),
  bind(operations.callOffRound, async ({ db, by, at, params }) =>
    repliedDone(await callOffRound(db, { roundId: params.id, by, at })),
  ),
);

export const loader = resource;
export const action = resource;
