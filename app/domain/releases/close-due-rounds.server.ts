import { sql } from "drizzle-orm";
import { openSigned, type SealedPoint } from "~/domain/answers/signed.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { anonymous } from "~/domain/members/viewer";
import { leastInstitutions, type RoundMode } from "~/domain/rounds/round";
import { openRoundKey } from "~/domain/rounds/round-key.server";
import { asViewer, type Db } from "~db/client.server";

type Closing = { keys: SecretKeys; at: Date };
type Taken = {
  mode: RoundMode;
  key: string;
  answers: { organisationId: string; answers: string; jurisdiction: string; sector: string; size: string }[];
};

/**
 * Closes every round whose hour has come. Any number of processes may call it at once: the round's row lock lets one through.
 * A round that fails stops none of the others.
 */
export async function closeDueRounds(db: Db, { keys, at }: Closing) {
  const instant = sql`${at.toISOString()}::timestamptz`;
  const due = await asViewer(db, anonymous, (tx) =>
    tx.execute<{ id: string }>(sql`select id from rounds_due(${instant}) as id`),
  );
  const closed: string[] = [];
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      if (await closeRound(db, id, { keys, at })) closed.push(id);
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "a round could not be closed");
  return closed;
}

function closeRound(db: Db, roundId: string, { keys, at }: Closing): Promise<boolean> {
  const instant = sql`${at.toISOString()}::timestamptz`;
  return asViewer(db, anonymous, async (tx) => {
    const [row] = await tx.execute<{ taken: Taken | null }>(
      sql`select round_take(${roundId}::uuid, ${instant}) as taken`,
    );
    // Between the list and the lock another process closed it, or its end was put off.
    if (!row?.taken) return false;
    const { mode, key: sealed, answers } = row.taken;
    const key = openRoundKey(Buffer.from(sealed, "base64"), { keys, roundId });
    const opened = answers.map(({ organisationId, answers: signed }) => ({
      organisationId,
      ...openSigned(Buffer.from(signed, "base64"), { roundId, organisationId, key }),
    }));
    const kept =
      opened.length < leastInstitutions
        ? null
        : { answers: opened.map(answersKept(mode)), points: opened.flatMap(pointsKept(mode)) };
    await tx.execute(sql`select round_close(${roundId}::uuid, ${instant}, ${JSON.stringify(kept)}::jsonb)`);
    await recordEvent(tx, { action: "round.closed", subject: { kind: "round", id: roundId }, at });
    return true;
  });
}

type Opened = { organisationId: string; counted: Record<string, string>; points: SealedPoint[] };

const answersKept =
  (mode: RoundMode) =>
  ({ organisationId, counted }: Opened) =>
    mode === "identified" ? { organisationId, answers: counted } : { answers: counted };

const pointsKept =
  (mode: RoundMode) =>
  ({ organisationId, points }: Opened) =>
    points.map((point) => (mode === "identified" ? { ...point, organisationId } : point));
