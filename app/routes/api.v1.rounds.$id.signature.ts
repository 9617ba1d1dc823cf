import { signAnswers } from "~/domain/answers/sign-answers.server";
import { done } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rounds";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.signAnswers, async ({ db, by, at, params: { id: roundId }, body }) => {
    const outcome = await signAnswers(db, { ...body, roundId, keys: await secretKeys(), by, at });
    if (!outcome.ok) return outcome;
    return done({
      body: { ...outcome.value, signedAt: outcome.value.signedAt.toISOString() },
      headers: { "Cache-Control": "no-store" },
    });
  }),
);

export const loader = resource;
export const action = resource;
