import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { uncountedQuestions } from "~/domain/rounds/questions";
import { findRoundKey } from "~/domain/rounds/round-key.server";
import { listRows } from "~/domain/rounds/rounds.server";
import { asViewer, type Db } from "~db/client.server";
import { signedAnswers } from "~db/schema";
import { type Answers, answersIn, missingOf, placeOf, type Row } from "./answer";
import { claimOf } from "./claim.server";
import { digestOf } from "./digest.server";
import { holdRound } from "./hold-round.server";
import { mayFillSheet, maySignAnswers } from "./sheet.policy";
import { entriesOf } from "./sheet.server";
import { type SealedPoint, type Signed, sealSigned } from "./signed.server";

type Signing = {
  roundId: string;
  /** Of the sheet that the officer read. */
  digest: string;
  /** Of the receipt; left out, as everywhere but in the demo: one that nobody can guess. */
  secret?: string;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/**
 * The compliance officer's signature on exactly what they read; again until the close, and the last one counts. Answers the
 * secret by which the institution will learn what became of its points: it is handed over once and kept nowhere.
 */
export function signAnswers(
  db: Db,
  { roundId, digest, secret = randomBytes(24).toString("base64url"), keys, by, at }: Signing,
) {
  return asViewer(db, by, async (tx) => {
    const round = await holdRound(tx, { roundId, at });
    if (!round || !mayFillSheet(by)) return refused("not_found");
    if (!maySignAnswers(by)) return refused("not_allowed");
    const key = round === "open" ? await findRoundKey(tx, { keys, roundId }) : undefined;
    if (!key) return refused("round_not_open");
    const { organisationId, memberId } = by;
    const answers = answersIn(await entriesOf(tx, { roundId, organisationId, key }));
    const rows = await listRows(tx, roundId);
    const missing = missingOf(answers, rows);
    if (missing.length > 0) return refused("answers_missing", { count: missing.length });
    if (digestOf(answers) !== digest) return refused("stale");

    const sealed = sealSigned(apart(answers, rows, { roundId, secret }), { roundId, organisationId, key });
    const own = and(eq(signedAnswers.roundId, roundId), eq(signedAnswers.organisationId, organisationId));
    const [before] = await tx.select({ version: signedAnswers.version }).from(signedAnswers).where(own);
    const columns = {
      version: (before?.version ?? 0) + 1,
      answers: sealed,
      signedBy: memberId,
      signedAt: at,
    };
    await (before
      ? tx.update(signedAnswers).set(columns).where(own)
      : tx.insert(signedAnswers).values({ roundId, organisationId, ...columns }));
    await recordEvent(tx, {
      action: before ? "answers.corrected" : "answers.signed",
      subject: { kind: "round", id: roundId },
      detail: { version: columns.version },
      at,
    });
    return done({ version: columns.version, signedAt: at, secret });
  });
}

/** Counted answers in one part, each written thing in one of its own. */
function apart(answers: Answers, rows: Row[], own: { roundId: string; secret: string }): Signed {
  const places = [0, ...rows.map(({ n }) => n)];
  const points = places.flatMap((row) =>
    uncountedQuestions.flatMap(({ key, kind }): SealedPoint[] => {
      const answer = answers[placeOf(row, key)];
      if (answer === undefined) return [];
      const written = kind === "words" && typeof answer === "string" ? answer : JSON.stringify(answer);
      return [{ row, question: key, written, claim: claimOf({ ...own, row, question: key }) }];
    }),
  );
  const uncounted = new Set<string>(uncountedQuestions.map(({ key }) => key));
  const asked = new Set(places.map(String));
  const counted = Object.fromEntries(
    Object.entries(answers).flatMap(([place, answer]) => {
      const [row = "", question = ""] = place.split(".");
      return typeof answer === "string" && asked.has(row) && !uncounted.has(question)
        ? [[place, answer]]
        : [];
    }),
  );
  return { counted, points };
}
