import type { TakenNotice } from "~/domain/notices/notice";
import type { Db } from "~db/client.server";
import { deliverTogether } from "./deliver-together.server";
import { endBefore, ended, endForNow, type Letter, type LetterEnd, nextAttemptOf } from "./letter";
import { settleLetters, takeLetters } from "./letters.server";
import { type Mail, orBroken, type Post, type PostBatch } from "./mail";

type Delivery = {
  compose(notice: TakenNotice): Promise<Mail>;
  post: Post;
  postBatch: PostBatch;
  at: Date;
  /** Between 0 and 1: spreads the next attempts of many processes. */
  random(): number;
};

/** Letters with a file that leave in one turn: as long as it takes nobody else's letter waits for them. */
const side = 2;

/**
 * One turn of the outbox: a batch of what is new, whoever waits at a door first; a batch that has to be tried again; and a few of those
 * that the service takes only one by one. So none of them keeps the others waiting. What its reader wants in a digest is held for it.
 * What may have gone out and has no key any more that keeps a second one from going out is `uncertain` and waits for the operator.
 */
export async function deliverNotices(db: Db, delivery: Delivery) {
  const ends = await Promise.all([
    deliverTogether(db, "new", delivery),
    deliverTogether(db, "again", delivery),
    deliverAlone(db, delivery),
  ]);
  const settled = { sent: 0, dropped: 0, queued: 0, failed: 0, uncertain: 0, held: 0 };
  for (const { state } of ends.flat()) settled[state] += 1;
  return settled;
}

async function deliverAlone(db: Db, delivery: Delivery) {
  const letters = await takeLetters(db, { which: "alone", most: side, at: delivery.at });
  return Promise.all(
    letters.map(async (letter) => {
      const end = endBefore(letter, delivery.at) ?? (await attempt(letter, delivery));
      await settleLetters(db, [end], delivery.at);
      return end;
    }),
  );
}

async function attempt(letter: Letter, { compose, post, at, random }: Delivery): Promise<LetterEnd> {
  const posted = await orBroken(async () => post(await compose(letter)));
  if (posted.ok) return ended(letter, "sent");
  const { problem, inDoubt, afterMs } = posted;
  if (posted.again === "later")
    return endForNow(letter, { problem, inDoubt, next: nextAttemptOf([letter], { at, random, afterMs }) });
  return ended(letter, letter.doubtSince || inDoubt ? "uncertain" : "failed", problem);
}
