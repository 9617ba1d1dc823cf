import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

/** For how long the same key gets the same answer; what was answered is not kept any longer. */
export const answersKeptMs = 24 * 60 * 60 * 1000;

/** Forgets the answers of requests that were done once more than a day ago; how many they were. */
export async function forgetAnswers(db: Db, { at }: { at: Date }) {
  const before = new Date(at.getTime() - answersKeptMs).toISOString();
  const [row] = await db.execute<{ n: number }>(sql`select idempotency_forget(${before}::timestamptz) as n`);
  return row?.n ?? 0;
}
