import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

type Forgetting = { days: number; at: Date };

/** Takes away what was sent, dropped or given up more than so many days ago; answers how many. What waits stays. */
export async function forgetNotices(db: Db, { days, at }: Forgetting): Promise<number> {
  const before = new Date(at.getTime() - days * 86_400_000).toISOString();
  const rows = await db.execute<{ gone: number }>(sql`select notices_forget(${before}::timestamptz) as gone`);
  return rows[0]?.gone ?? 0;
}
