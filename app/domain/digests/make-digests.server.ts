import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { placesAtSeven } from "./digest";

/** Puts down a digest for each member whose clock has come to seven, once for their day; answers how many. */
export async function makeDigests(db: Db, at: Date): Promise<number> {
  const zones = await db.execute<{ zone: string }>(sql`select digest_zones() as zone`);
  const places = placesAtSeven(
    zones.map(({ zone }) => zone),
    at,
  );
  if (places.length === 0) return 0;
  const [row] = await db.execute<{ made: number }>(
    sql`select digests_make(${at.toISOString()}::timestamptz, ${JSON.stringify(places)}::jsonb) as made`,
  );
  return row?.made ?? 0;
}
