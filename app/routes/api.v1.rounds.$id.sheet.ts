import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { findSheet } from "~/domain/answers/sheet.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rounds";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findSheet, async ({ db, by, params: { id: roundId } }) => {
    const sheet = await findSheet(db, by, { roundId, keys: await secretKeys() });
    if (!sheet) return refused("not_found");
    const { entries, digest, signed } = sheet;
    const answers = entries.map((entry) => ({ ...entry, changedAt: entry.changedAt.toISOString() }));
    return done({
      body: {
        digest,
        answers,
        signed: signed ? { ...signed, signedAt: signed.signedAt.toISOString() } : null,
      },
    });
  }),
  bind(operations.fillSheet, async ({ db, by, at, params: { id: roundId }, body }) => {
    const outcome = await fillSheet(db, { roundId, filled: body.answers, keys: await secretKeys(), by, at });
    if (!outcome.ok) return outcome;
    const { kept, overtaken } = outcome.value;
    const theirs = overtaken.map(({ row, question, answer, revision }) => ({
      row,
      question,
      answer,
      revision,
    }));
    return done({ body: { kept, overtaken: theirs } });
  }),
);

export const loader = resource;
export const action = resource;
