import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import type { Unposted } from "./mail";

type Turn = { perSecond: number; signal?: AbortSignal | undefined };

/**
 * Asks the mail service once it may be asked: so many times a second, of all processes together. When it wants to be left alone, all of
 * them leave it alone.
 */
export async function takeTurn<Answer extends { ok: true } | Unposted>(
  db: Db,
  { perSecond, signal }: Turn,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const at = new Date();
  const wait = (await nextTurn(db, at, Math.ceil(1000 / perSecond))) - at.getTime();
  if (wait > 0) await pause(wait, undefined, { signal }).catch(() => {});
  const answer = await ask();
  if (!answer.ok && answer.afterMs) await nextTurn(db, new Date(), Math.ceil(answer.afterMs));
  return answer;
}

async function nextTurn(db: Db, at: Date, gapMs: number) {
  const [row] = await db.execute<{ free: Date | string }>(
    sql`select mail_pace_take(${at.toISOString()}::timestamptz, ${gapMs}::int) as free`,
  );
  return row ? new Date(row.free).getTime() : at.getTime();
}
