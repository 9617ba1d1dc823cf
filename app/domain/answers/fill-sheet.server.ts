import { eq, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { findRoundKey } from "~/domain/rounds/round-key.server";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { roundRows, sheetEntries } from "~db/schema";
import { type Answer, placeOf, questionAt, readAnswer } from "./answer";
import { holdRound } from "./hold-round.server";
import { mayFillSheet } from "./sheet.policy";
import { type Entry, entriesOf, sealAnswer } from "./sheet.server";

/** `revision`: of the answer that was changed; 0 where there was none. */
export type Filled = { row: number; question: string; answer: unknown; revision: number };
type Filling = { roundId: string; filled: Filled[]; keys: SecretKeys; by: Viewer; at: Date };

/**
 * Keeps what an institution's people fill in. What a colleague has answered otherwise in the meantime stays as it is and comes
 * back beside the rest, for whoever typed to choose.
 */
export function fillSheet(db: Db, { roundId, filled, keys, by, at }: Filling) {
  return asViewer(db, by, async (tx) => {
    const round = await holdRound(tx, { roundId, at });
    if (!round) return refused("not_found");
    if (!mayFillSheet(by)) return refused("not_allowed");
    if (round !== "open") return refused("round_not_open");
    const key = await findRoundKey(tx, { keys, roundId });
    if (!key) return refused("round_not_open");
    const { organisationId, memberId } = by;

    const readable = new Set(
      (await tx.select({ n: roundRows.n }).from(roundRows).where(eq(roundRows.roundId, roundId))).map(
        ({ n }) => n,
      ),
    );
    const read = storable(filled).map((one) => {
      const question = questionAt(one.row, one.question);
      const answer =
        question && (one.row === 0 || readable.has(one.row)) ? readAnswer(question, one.answer) : undefined;
      return { ...one, answer };
    });
    const odd = read.find(({ answer }) => answer === undefined);
    if (odd) return refused("answer_does_not_fit", { row: odd.row, question: odd.question });
    const texts = read.flatMap(({ answer }) => (typeof answer === "string" ? [answer] : []));
    const screened = await stopIdentifiers(tx, { texts, at });
    if (!screened.ok) return screened;

    const before = new Map(
      (await entriesOf(tx, { roundId, organisationId, key })).map((entry) => [
        placeOf(entry.row, entry.question),
        entry,
      ]),
    );
    const kept: { row: number; question: string; revision: number }[] = [];
    const overtaken: Entry[] = [];
    const written: (typeof sheetEntries.$inferInsert)[] = [];
    for (const { row, question, answer, revision } of read) {
      const there = before.get(placeOf(row, question));
      if (there && isSame(there.answer, answer ?? null))
        kept.push({ row, question, revision: there.revision });
      else if ((there?.revision ?? 0) !== revision && there) overtaken.push(there);
      else {
        const next = revision + 1;
        const place = { roundId, organisationId, row, question };
        const sealed = sealAnswer(answer ?? null, place, key);
        written.push({ ...place, answer: sealed, revision: next, changedBy: memberId, changedAt: at });
        kept.push({ row, question, revision: next });
      }
    }
    if (written.length > 0) await keep(tx, written);
    return done({ kept, overtaken });
  });
}

const isSame = (one: Answer, other: Answer) => JSON.stringify(one) === JSON.stringify(other);

const keep = (tx: Transaction, written: (typeof sheetEntries.$inferInsert)[]) =>
  tx
    .insert(sheetEntries)
    .values(written)
    .onConflictDoUpdate({
      target: [sheetEntries.roundId, sheetEntries.organisationId, sheetEntries.row, sheetEntries.question],
      set: {
        answer: sql`excluded.answer`,
        revision: sql`excluded.revision`,
        changedBy: sql`excluded.changed_by`,
        changedAt: sql`excluded.changed_at`,
      },
    });
