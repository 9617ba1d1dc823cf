import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";

type Turn = { perSecond: number; signal?: AbortSignal | undefined };

/** Waits until the mail service may be called: so many times a second, of all processes together. */
export async function takeTurn(db: Db, { perSecond, signal }: Turn) {
  const at = new Date();
  const [row] = await db.execute<{ free: Date | string }>(
    sql`select mail_pace_take(${at.toISOString()}::timestamptz, ${Math.ceil(1000 / perSecond)}) as free`,
  );
  const wait = row ? new Date(row.free).getTime() - at.getTime() : 0;
  if (wait > 0) await pause(wait, undefined, { signal }).catch(() => {});
}
