import { eq } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { rounds } from "~db/schema";

/** The round, held until the transaction ends; nothing where its asker may not know of it. */
export async function lockRound(tx: Transaction, id: string) {
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, id)).for("update");
  return round;
}
