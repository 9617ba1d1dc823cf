import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

type Forgetting = { days: number; at: Date };

/** Takes away what was new more than so many days ago, once nothing can tell it any more; answers how many. */
export async function forgetNews(db: Db, { days, at }: Forgetting): Promise<number> {
  const before = new Date(at.getTime() - days * 86_400_000).toISOString();
  let gone = 0;
  for (;;) {
    const [row] = await db.execute<{ gone: number }>(sql`select news_forget(${before}::timestamptz) as gone`);
    if (!row?.gone) return gone;
    gone += row.gone;
  }
}
