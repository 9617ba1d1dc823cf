import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

/** Takes away what has ended by itself and is no record. */
export async function sweepSignIn(db: Db): Promise<void> {
  await db.execute(sql`select sign_in_sweep()`);
}
