import { and, eq } from "drizzle-orm";
import { seal, unseal } from "~/domain/auth/seal.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Member } from "~/domain/members/viewer";
import { findRoundKey } from "~/domain/rounds/round-key.server";
import { listRows } from "~/domain/rounds/rounds.server";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { members, roundVoters, sheetEntries, signedAnswers } from "~db/schema";
import { type Answer, answersIn, placeOf } from "./answer";
import { digestOf } from "./digest.server";
import { mayFillSheet } from "./sheet.policy";

type Place = { roundId: string; organisationId: string; row: number; question: string };
const about = ({ roundId, organisationId, row, question }: Place) =>
  `sheet:${roundId}:${organisationId}:${placeOf(row, question)}`;

export const sealAnswer = (answer: Answer, place: Place, key: Buffer) =>
  seal(JSON.stringify(answer), { key, about: about(place) });

function openAnswer(sealed: Uint8Array, place: Place, key: Buffer): Answer {
  const opened = unseal(sealed, { key, about: about(place) });
  if (opened === undefined) throw new Error("an answer was sealed elsewhere");
  return JSON.parse(opened);
}

export type Entry = {
  row: number;
  question: string;
  answer: Answer;
  revision: number;
  changedBy: string | null;
  changedAt: Date;
};

type Own = { roundId: string; organisationId: string; key: Buffer };

/** All that an institution's people have filled in, what was emptied again included. */
export async function entriesOf(tx: Transaction, { roundId, organisationId, key }: Own): Promise<Entry[]> {
  const rows = await tx
    .select({
      row: sheetEntries.row,
      question: sheetEntries.question,
      sealed: sheetEntries.answer,
      revision: sheetEntries.revision,
      changedBy: members.name,
      changedAt: sheetEntries.changedAt,
    })
    .from(sheetEntries)
    .leftJoin(members, eq(members.id, sheetEntries.changedBy))
    .where(and(eq(sheetEntries.roundId, roundId), eq(sheetEntries.organisationId, organisationId)));
  return rows.map(({ sealed, ...entry }) => ({
    ...entry,
    answer: openAnswer(sealed, { roundId, organisationId, ...entry }, key),
  }));
}

/** Whether the asker's institution has signed answers that count, or are being counted. */
export const isAnswered = (db: Db, by: Member, roundId: string): Promise<boolean> =>
  asViewer(db, by, async (tx) => {
    const own = (table: typeof roundVoters | typeof signedAnswers) =>
      tx
        .select({ roundId: table.roundId })
        .from(table)
        .where(and(eq(table.roundId, roundId), eq(table.organisationId, by.organisationId)));
    return (await own(roundVoters)).length > 0 || (await own(signedAnswers)).length > 0;
  });

type Asking = { roundId: string; keys: SecretKeys };

/** The asker's own institution's sheet while the round is open, with what was signed of it. */
export function findSheet(db: Db, by: Member, { roundId, keys }: Asking) {
  return asViewer(db, by, async (tx) => {
    const key = mayFillSheet(by) ? await findRoundKey(tx, { keys, roundId }) : undefined;
    if (!key) return undefined;
    const entries = await entriesOf(tx, { roundId, organisationId: by.organisationId, key });
    const [signed] = await tx
      .select({ version: signedAnswers.version, signedAt: signedAnswers.signedAt, signedBy: members.name })
      .from(signedAnswers)
      .leftJoin(members, eq(members.id, signedAnswers.signedBy))
      .where(and(eq(signedAnswers.roundId, roundId), eq(signedAnswers.organisationId, by.organisationId)));
    return { entries, rows: await listRows(tx, roundId), digest: digestOf(answersIn(entries)), signed };
  });
}
