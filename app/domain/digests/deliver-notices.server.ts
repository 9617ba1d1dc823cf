import { sql } from "drizzle-orm";
import pLimit from "p-limit";
import { choiceOf, reasonToDrop, type TakenNotice } from "~/domain/notices/notice";
import type { Db } from "~db/client.server";
import { keyMs, type Mail, type Post, type Posted, pauseAfter } from "./mail";

type Delivery = {
  compose(notice: TakenNotice): Promise<Mail>;
  post: Post;
  at: Date;
  /** Between 0 and 1: spreads the next attempts of many processes. */
  random(): number;
};

/** `doubtSince`: since when an attempt may have been accepted without our hearing of it; ISO instant. */
type TakenLetter = TakenNotice & { doubtSince: string | null };

const most = 40;
/** Letters that are under way at the same time. */
const side = 8;
const attemptMs = 5 * 60_000;
const longestPauseMs = 6 * 3_600_000;
/** Some two days of trying. */
const lastAttempt = 18;

/**
 * Sends what is due; what its reader wants in a digest is held for it. Each notice is taken for one attempt of at most five minutes; a
 * process that dies in it leaves the notice to the next one, and the key that goes with the mail keeps the second attempt from being a
 * second mail. Once no key does any more, what may have gone out is `uncertain` and waits for the operator.
 */
export async function deliverNotices(db: Db, { compose, post, at, random }: Delivery) {
  const until = new Date(at.getTime() + attemptMs);
  const taken = await db.execute<TakenLetter>(
    sql`select * from notices_take(${at.toISOString()}::timestamptz, ${until.toISOString()}::timestamptz, ${most})`,
  );
  const settled = { sent: 0, dropped: 0, queued: 0, failed: 0, uncertain: 0, held: 0 };
  const one = async (notice: TakenLetter) => {
    const { state, posted, problem } = await settle(notice, { compose, post, at });
    const next = state === "queued" ? at.getTime() + pause(notice.attempts, posted, random()) : null;
    await db.execute(
      sql`select notice_settle(${notice.id}::uuid, ${state}, ${!posted.ok && posted.inDoubt}, ${at.toISOString()}::timestamptz,
        ${next === null ? null : new Date(next).toISOString()}::timestamptz, ${problem})`,
    );
    settled[state] += 1;
  };
  const together = pLimit(side);
  await Promise.all(taken.map((notice) => together(() => one(notice))));
  return settled;
}

async function settle(notice: TakenLetter, { compose, post, at }: Pick<Delivery, "compose" | "post" | "at">) {
  const still: Posted = { ok: true };
  const dropped = reasonToDrop(notice);
  if (dropped) return { state: "dropped" as const, posted: still, problem: dropped };
  if (["daily", "weekly"].includes(choiceOf(notice)))
    return { state: "held" as const, posted: still, problem: null };
  if (notice.doubtSince && at.getTime() - new Date(notice.doubtSince).getTime() > keyMs)
    return { state: "uncertain" as const, posted: still, problem: "uncertain" };
  const posted = await attempt(notice, compose, post);
  return { state: stateAfter(posted, notice), posted, problem: posted.ok ? null : posted.problem };
}

/** What throws is a fault of ours or of the network: it may be mended, and one bad notice must not hold up the others. */
async function attempt(notice: TakenNotice, compose: Delivery["compose"], post: Post): Promise<Posted> {
  try {
    return await post(await compose(notice));
  } catch (error) {
    const problem = error instanceof Error ? error.name : "unknown";
    return { ok: false, again: "later", inDoubt: true, problem };
  }
}

const stateAfter = (
  posted: Posted,
  { attempts, doubtSince }: TakenLetter,
): "sent" | "queued" | "uncertain" | "failed" => {
  if (posted.ok) return "sent";
  if (posted.again === "later" && attempts < lastAttempt) return "queued";
  return doubtSince || posted.inDoubt ? "uncertain" : "failed";
};

const pause = (attempts: number, posted: Posted, random: number) =>
  pauseAfter(attempts, longestPauseMs, random, posted.ok ? 0 : posted.afterMs);
