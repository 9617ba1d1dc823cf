import { sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { claimOf } from "~/domain/answers/claim.server";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { uncountedQuestions } from "~/domain/rounds/questions";
import { mostRedFlags } from "~/domain/rounds/round";
import { asViewer, type Db } from "~db/client.server";
import { type AnsweredIn, outcomeNow, type ReplyOutcome } from "./reply";

type Claimed = {
  point: string;
  row: number;
  question: string;
  written: string;
  reply: string | null;
  theme: Text | null;
  said: Text;
  answer: Text;
  outcome: ReplyOutcome;
  note: Text;
  n: number;
  released_at: string;
  cited: boolean;
  answered: AnsweredIn | null;
  versions: { number: string; n: number }[];
};

export type Outcome = {
  row: number;
  question: string;
  written: string;
  replies: {
    theme: Text | null;
    said: Text;
    answer: Text;
    outcome: ReplyOutcome;
    note: Text;
    releasedAt: string;
    answered: AnsweredIn | null;
    versions: { number: string; n: number }[];
  }[];
};

/**
 * What became of the points that a receipt's secret claims. Asked as nobody, whoever is signed in: what is recorded of it says nothing of
 * whose points they are. A secret of another round, one that was replaced by a correction and one of nobody's alike claim nothing.
 */
export function findOutcomes(db: Db, { roundId, secret }: { roundId: string; secret: string }) {
  const given = secret.trim();
  // As many as a round may have: the same work whatever was asked, so that its length tells nothing.
  const claims = Array.from({ length: mostRedFlags + 1 }, (_, row) =>
    uncountedQuestions
      .filter(({ about }) => (about === "round") === (row === 0))
      .map(({ key }) => claimOf({ roundId, secret: given, row, question: key })),
  ).flat();
  return outcomesOf(db, anonymous, roundId, claims);
}

/** What became of an institution's own points in an identified round, to its members. */
export const listOwnOutcomes = (db: Db, by: Viewer, roundId: string) => outcomesOf(db, by, roundId, []);

async function outcomesOf(db: Db, by: Viewer, roundId: string, claims: string[]): Promise<Outcome[]> {
  const rows = await asViewer(db, by, (tx) =>
    tx.execute<Claimed>(sql`
      select c.* from points_claimed(${roundId}::uuid, array(
        select decode(one, 'hex') from jsonb_array_elements_text(${JSON.stringify(claims)}::jsonb) one)) c`),
  );
  const found = new Map<string, Outcome>();
  for (const { point, row, question, written, reply, theme, ...said } of rows) {
    const outcome = found.get(point) ?? { row, question, written, replies: [] };
    found.set(point, outcome);
    if (reply === null) continue;
    outcome.replies.push({
      theme,
      said: said.said,
      answer: said.answer,
      outcome: outcomeNow(said.outcome, said.cited),
      note: said.note,
      releasedAt: new Date(said.released_at).toISOString(),
      answered: said.answered,
      versions: said.versions,
    });
  }
  return [...found.values()];
}
