import type { Outcome, Refused } from "~/domain/outcome";
import { asViewer, type Db, type Transaction } from "~db/client.server";

class Undone extends Error {
  constructor(readonly outcome: Refused) {
    super("undone");
  }
}

/** Like `asViewer`, for acts that may refuse after something was written: a refusal undoes all of it. */
export async function allOrNothing<Value>(
  db: Db,
  by: { memberId: string | null },
  fn: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await asViewer(db, by, async (tx) => {
      const outcome = await fn(tx);
      if (!outcome.ok) throw new Undone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}
