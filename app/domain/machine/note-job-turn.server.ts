import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

type Turn = {
  job: string;
  at: Date /** The name of what was thrown, never its message. */;
  problem: string | null;
};

export async function noteJobTurn(db: Db, { job, at, problem }: Turn) {
  await db.execute(sql`select job_turn_noted(${job}, ${at.toISOString()}::timestamptz, ${problem})`);
}
