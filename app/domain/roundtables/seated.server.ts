import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";

/** Whether the transaction's viewer sits at the table, and whether they entered it on the terms that hold now. */
export async function findStanding(tx: Transaction, roundtableId: string) {
  const [row] = await tx.execute<{ sits: boolean; entered: boolean }>(
    sql`select viewer_sits(${roundtableId}::uuid) as sits, viewer_has_entered(${roundtableId}::uuid) as entered`,
  );
  return { sits: row?.sits ?? false, entered: row?.entered ?? false };
}

export const isSeated = async (tx: Transaction, roundtableId: string) =>
  (await findStanding(tx, roundtableId)).sits;
