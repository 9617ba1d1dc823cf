import { sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { closeRound } from "./close-round.server";

type Closing = { keys: SecretKeys; at: Date; signal?: AbortSignal };

/**
 * Closes every round whose hour has come. Any number of processes may call it at once: one of them holds a round while it counts.
 * A round that fails stops none of the others, and is named again at every turn until it could be closed.
 */
export async function closeDueRounds(db: Db, { keys, at, signal }: Closing) {
  const due = await asViewer(db, anonymous, (tx) =>
    tx.execute<{ id: string; problem: string | null }>(
      sql`select id, problem from rounds_due(${at.toISOString()}::timestamptz)`,
    ),
  );
  const closed: string[] = [];
  const failures: unknown[] = [];
  for (const { id, problem } of due) {
    if (signal?.aborted) break;
    try {
      const state = await closeRound(db, { roundId: id, keys, at, signal });
      if (state === "closed") closed.push(id);
      else if (state === "held" && problem !== null) failures.push(new StillFailing(problem));
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, "rounds could not be closed");
  return closed;
}

/** It failed before and is not tried again yet. */
class StillFailing extends Error {
  constructor(problem: string) {
    super("a round could not be closed");
    this.name = problem;
  }
}
