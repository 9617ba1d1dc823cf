import { randomUUID } from "node:crypto";
import type { TakenNotice } from "~/domain/notices/notice";
import type { Db } from "~db/client.server";
import { endBefore, ended, endForNow, type Letter, type LetterEnd, nextAttemptOf } from "./letter";
import { settleLetters, takeLetters } from "./letters.server";
import type { Mail, PostBatch } from "./mail";
import { postTogether } from "./post-together.server";

type Delivery = {
  compose(notice: TakenNotice): Promise<Mail>;
  postBatch: PostBatch;
  at: Date;
  random(): number;
};

const most = 100;

/** One call: up to a hundred new letters, or one batch that was tried before, the same letters by the same key. */
export async function deliverTogether(db: Db, which: "new" | "again", delivery: Delivery) {
  const letters = await takeLetters(db, { which, most, at: delivery.at });
  const batch = letters[0]?.batch;
  const ends = batch ? await attempt(letters, batch, delivery) : [];
  await settleLetters(db, ends, delivery.at);
  return ends;
}

async function attempt(letters: Letter[], batch: string, delivery: Delivery): Promise<LetterEnd[]> {
  const { at, random, postBatch } = delivery;
  const inDoubt = letters.some(({ doubtSince }) => doubtSince !== null);
  const ends = new Map<string, LetterEnd>();
  const settle = (end: LetterEnd) => ends.set(end.id, end);
  for (const letter of letters) {
    const end = endBefore(letter, at);
    if (end) settle(end);
  }
  const { written, broken } = await composed(
    letters.filter(({ id }) => !ends.has(id)),
    delivery.compose,
  );
  const next = (afterMs?: number) => nextAttemptOf(letters, { at, random, afterMs });

  const [trouble] = broken;
  // Without this one the others would go in other words than those that may have been accepted with it.
  if (inDoubt && trouble)
    return letters.map((letter) =>
      endForNow(letter, { problem: trouble.problem, inDoubt: false, next: next() }),
    );
  for (const { letter, problem } of broken)
    settle(endForNow(letter, { problem, inDoubt: false, next: next() }));
  if (written.length === 0) return [...ends.values()];

  const mails = written.map(({ mail }) => mail);
  const end = await postTogether(postBatch, { key: `letters/${batch}`, mails, inDoubt });
  switch (end.is) {
    case "earlier":
      return letters.map((letter) => ended(letter, "sent"));
    case "accepted":
      for (const { letter, mail } of written)
        settle(end.refused.has(mail.key) ? ended(letter, "failed", "not_accepted") : ended(letter, "sent"));
      break;
    case "apart": {
      const halves = [randomUUID(), randomUUID()] as const;
      for (const [i, { letter }] of written.entries())
        settle({
          ...ended(letter, "queued", end.problem),
          next: at.toISOString(),
          batch: halves[i < written.length / 2 ? 0 : 1],
          apart: true,
        });
      break;
    }
    case "failed":
      for (const { letter } of written) settle(ended(letter, "failed", end.problem));
      break;
    case "uncertain":
      for (const { letter } of written) settle(ended(letter, "uncertain", "uncertain"));
      break;
    case "open": {
      const met = { ...end, next: next(end.afterMs) };
      // What must not go any more may have gone with the others: whether it did shows with them.
      for (const letter of inDoubt ? letters : written.map((one) => one.letter))
        settle(endForNow(letter, met));
    }
  }
  return [...ends.values()];
}

/** What throws here is a fault of ours in one letter, which must not hold up the others. */
async function composed(letters: Letter[], compose: Delivery["compose"]) {
  const written: { letter: Letter; mail: Mail }[] = [];
  const broken: { letter: Letter; problem: string }[] = [];
  for (const letter of letters) {
    try {
      written.push({ letter, mail: await compose(letter) });
    } catch (error) {
      broken.push({ letter, problem: error instanceof Error ? error.name : "unknown" });
    }
  }
  return { written, broken };
}
