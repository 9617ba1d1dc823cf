import { sql } from "drizzle-orm";
import { choiceOf, reasonToDrop, type TakenNotice } from "~/domain/notices/notice";
import type { Db } from "~db/client.server";
import type { Mail, Post, Posted } from "./mail";

type Delivery = {
  compose(notice: TakenNotice): Promise<Mail>;
  post: Post;
  at: Date;
  /** Between 0 and 1: spreads the next attempts of many processes. */
  random(): number;
};

const most = 25;
const attemptMs = 5 * 60_000;
const firstPauseMs = 15_000;
const longestPauseMs = 6 * 3_600_000;
/** Some two days of trying. */
const lastAttempt = 18;

/**
 * Sends what is due; what its reader wants in a digest is held for it. Each notice is taken for one attempt of at most five minutes; a process that dies in it leaves the notice
 * to the next one, and the key that goes with the mail keeps the second attempt from being a second mail.
 */
export async function deliverNotices(db: Db, { compose, post, at, random }: Delivery) {
  const until = new Date(at.getTime() + attemptMs);
  const taken = await db.execute<TakenNotice>(
    sql`select * from notices_take(${at.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${most})`,
  );
  const settled = { sent: 0, dropped: 0, queued: 0, failed: 0, held: 0 };
  for (const notice of taken) {
    const dropped = reasonToDrop(notice);
    const isHeld = !dropped && ["daily", "weekly"].includes(choiceOf(notice));
    const posted: Posted = dropped || isHeld ? { ok: true } : await attempt(notice, compose, post);
    const state = dropped ? "dropped" : isHeld ? "held" : stateAfter(posted, notice.attempts);
    const next = state === "queued" ? pauseAfter(notice.attempts, at, random()) : null;
    const problem = dropped ?? (posted.ok ? null : posted.problem);
    await db.execute(
      sql`select notice_settle(${notice.id}::uuid, ${state}, ${at.toISOString()}::timestamptz, ${next?.toISOString() ?? null}::timestamptz, ${problem})`,
    );
    settled[state] += 1;
  }
  return settled;
}

/** What throws is a fault of ours or of the network: it may be mended, and one bad notice must not hold up the others. */
async function attempt(notice: TakenNotice, compose: Delivery["compose"], post: Post): Promise<Posted> {
  try {
    return await post(await compose(notice));
  } catch (error) {
    return { ok: false, again: "later", problem: error instanceof Error ? error.name : "unknown" };
  }
}

const stateAfter = (posted: Posted, attempts: number) => {
  if (posted.ok) return "sent";
  return posted.again === "never" || attempts >= lastAttempt ? "failed" : "queued";
};

const pauseAfter = (attempts: number, at: Date, random: number) =>
  new Date(at.getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1)) * (0.5 + random));
