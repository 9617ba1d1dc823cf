import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import type { Letter, LetterEnd } from "./letter";

type Taking = { which: "new" | "again" | "alone"; most: number; at: Date };

const attemptMs = 5 * 60_000;

/** Letters that are due, for one attempt of at most five minutes: a process that dies in it leaves them to the next one. */
export async function takeLetters(db: Db, { which, most, at }: Taking): Promise<Letter[]> {
  const until = new Date(at.getTime() + attemptMs);
  const rows = await db.execute<Letter>(
    sql`select * from notices_take(${at.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${which}, ${most}::int)`,
  );
  return [...rows];
}

export async function settleLetters(db: Db, ends: LetterEnd[], at: Date) {
  if (ends.length > 0)
    await db.execute(
      sql`select notices_settle(${JSON.stringify(ends)}::jsonb, ${at.toISOString()}::timestamptz)`,
    );
}
