import { sql } from "drizzle-orm";
import { oneRow, type Transaction } from "~db/client.server";

/** Whether the transaction's viewer sits at the table, and whether they entered it on the terms that hold now. */
export async function findStanding(tx: Transaction, roundtableId: string) {
  const [row] = await tx
    .select({
      sits: sql<boolean>`viewer_sits(${roundtableId}::uuid)`,
      entered: sql<boolean>`viewer_has_entered(${roundtableId}::uuid)`,
    })
    .from(oneRow)
    .prepare("room_standing")
    .execute();
  return { sits: row?.sits ?? false, entered: row?.entered ?? false };
}

export const isSeated = async (tx: Transaction, roundtableId: string) =>
  (await findStanding(tx, roundtableId)).sits;
