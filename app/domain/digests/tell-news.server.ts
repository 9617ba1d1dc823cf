import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

/** Puts what is new into the outbox for those who want to hear at once, each thing once; answers how many things. */
export async function tellNews(db: Db, at: Date): Promise<number> {
  const [row] = await db.execute<{ told: number }>(
    sql`select news_tell(${at.toISOString()}::timestamptz) as told`,
  );
  return row?.told ?? 0;
}
