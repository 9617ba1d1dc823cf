import { eq, sql } from "drizzle-orm";
import { roundColumns } from "~/domain/rounds/lock-round.server";
import { type RoundState, stateOf } from "~/domain/rounds/round";
import type { Transaction } from "~db/client.server";
import { rounds } from "~db/schema";

/** Holds a round against its close until the transaction ends; undefined for who is not invited to it. */
export async function holdRound(
  tx: Transaction,
  { roundId, at }: { roundId: string; at: Date },
): Promise<RoundState | undefined> {
  const [held] = await tx.execute<{ held: boolean }>(sql`select round_hold(${roundId}::uuid) as held`);
  if (!held?.held) return undefined;
  const [round] = await tx.select(roundColumns).from(rounds).where(eq(rounds.id, roundId));
  return round && stateOf(round, at);
}
