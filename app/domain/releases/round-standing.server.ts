import { eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { roundColumns } from "~/domain/rounds/lock-round.server";
import { isBeingCounted, type RoundState, stateOf } from "~/domain/rounds/round";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { releases, rounds } from "~db/schema";

/** A count that is under way. `againAt`: it failed, and is tried again then. */
export type Counting = { failed: boolean; againAt: Date | null };

export type RoundStanding = {
  state: RoundState;
  /** Null once it is over, and before the close. */
  counting: Counting | null;
  /** Whether there are figures that this viewer may read. */
  released: boolean;
};

type Asked = { roundId: string; at: Date };

/** How a round stands, to whoever may know of it. */
export function findStanding(
  db: Db,
  viewer: Viewer,
  { roundId, at }: Asked,
): Promise<RoundStanding | undefined> {
  return asViewer(db, viewer, async (tx) => {
    const [round] = await tx.select(roundColumns).from(rounds).where(eq(rounds.id, roundId));
    if (!round) return undefined;
    const [released] = await tx
      .select({ id: releases.roundId })
      .from(releases)
      .where(eq(releases.roundId, roundId));
    return {
      state: stateOf(round, at),
      counting: isBeingCounted(round, at) ? await selectCounting(tx, roundId) : null,
      released: released !== undefined,
    };
  });
}

async function selectCounting(tx: Transaction, roundId: string): Promise<Counting> {
  const [row] = await tx.execute<{ failed: boolean; again: string | null }>(
    sql`select failed, again_at::text as again from round_counting(${roundId}::uuid)`,
  );
  // Nobody has taken it yet: that is a matter of seconds.
  return { failed: row?.failed ?? false, againAt: row?.again ? new Date(row.again) : null };
}
