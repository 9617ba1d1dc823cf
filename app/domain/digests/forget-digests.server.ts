import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

type Forgetting = { days: number; at: Date };

/** Takes away digests that were settled more than so many days ago, and what the mail service told then; answers how many digests. */
export async function forgetDigests(db: Db, { days, at }: Forgetting): Promise<number> {
  const before = new Date(at.getTime() - days * 86_400_000).toISOString();
  let gone = 0;
  for (;;) {
    const [row] = await db.execute<{ gone: number }>(
      sql`select digests_forget(${before}::timestamptz) as gone`,
    );
    if (!row?.gone) return gone;
    gone += row.gone;
  }
}
