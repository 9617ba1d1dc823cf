import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";

/** Whose calendar this is; undefined for an address that never was, is over, or whose member no longer stands. */
export async function findCalendarReader(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<Member | undefined> {
  const rows = await db.execute<{ viewer: Member | null }>(
    sql`select feed_token_find(${hashOf(token)}, 'calendar', ${at.toISOString()}::timestamptz) as viewer`,
  );
  return rows[0]?.viewer ?? undefined;
}
