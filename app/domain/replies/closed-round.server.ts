import { eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { roundColumns } from "~/domain/rounds/lock-round.server";
import type { Transaction } from "~db/client.server";
import { rounds } from "~db/schema";
import { mayReadPoints, mayWriteReplies } from "./reply.policy";

/** The round whose points are grouped and answered: closed, and with enough answers for anything to be told of it. */
export async function roundToAnswer(
  tx: Transaction,
  { roundId, by }: { roundId: string; by: Viewer },
): Promise<Outcome<{ id: string; authorityId: string }>> {
  const [round] = await tx.select(roundColumns).from(rounds).where(eq(rounds.id, roundId));
  if (!round || !mayReadPoints(by, round)) return refused("not_found");
  if (!mayWriteReplies(by, round)) return refused("not_allowed");
  if (!round.closedAt) return refused("round_not_closed");
  const [counted] = await tx.execute<{ answered: number | null }>(
    sql`select answered from round_participation(${roundId}::uuid)`,
  );
  return counted?.answered ? done(round) : refused("too_few_answered");
}
