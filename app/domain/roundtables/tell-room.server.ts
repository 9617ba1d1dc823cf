import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";

type Telling = {
  roundtableId: string;
  /** Members, or organisations whose people in the room it is for; left out: everyone in it but whoever did it. */
  whom?: string[];
  at: Date;
};

/** A letter that something awaits, to whoever is in the room when it is written and when it leaves; never what. */
export const tellRoom = (tx: Transaction, { roundtableId, whom, at }: Telling) =>
  tx.execute(
    sql`select roundtable_tell(${roundtableId}::uuid, ${whom ? sql.param(whom) : null}::uuid[], ${at.toISOString()}::timestamptz)`,
  );
