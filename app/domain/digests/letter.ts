import { choiceOf, reasonToDrop, type TakenNotice } from "~/domain/notices/notice";
import { keyMs, pauseAfter } from "./mail";

/**
 * A notice that is taken to leave by itself. `batch`: with which others, whose key it is. `doubtSince`: since when an attempt may have
 * been accepted without our hearing of it; ISO instant.
 */
export type Letter = TakenNotice & { batch: string | null; doubtSince: string | null };

/** `next`: when it is tried again, ISO instant. `apart`: the attempt tells nothing of this letter and does not count. */
export type LetterEnd = {
  id: string;
  state: "sent" | "dropped" | "queued" | "failed" | "uncertain" | "held";
  problem: string | null;
  next: string | null;
  doubt: boolean;
  batch: string | null;
  apart: boolean;
};

const longestPauseMs = 6 * 3_600_000;
/** Some two days of trying. */
const lastAttempt = 18;

export const ended = (
  { id, doubtSince }: Letter,
  state: LetterEnd["state"],
  problem: string | null = null,
): LetterEnd => ({ id, state, problem, next: null, doubt: doubtSince !== null, batch: null, apart: false });

/** What is so of it before any attempt: it must not go, it waits for the reader's digest, or nothing keeps it from going twice. */
export function endBefore(letter: Letter, at: Date): LetterEnd | undefined {
  const dropped = reasonToDrop(letter);
  if (dropped) return ended(letter, "dropped", dropped);
  if (["daily", "weekly"].includes(choiceOf(letter))) return ended(letter, "held");
  if (letter.doubtSince && at.getTime() - Date.parse(letter.doubtSince) > keyMs)
    return ended(letter, "uncertain", "uncertain");
  return undefined;
}

/** What met it may pass: once more, with the same others if all of them may have been accepted; or given up. */
export function endForNow(
  letter: Letter,
  { problem, inDoubt, next }: { problem: string; inDoubt: boolean; next: Date },
): LetterEnd {
  const doubt = inDoubt || letter.doubtSince !== null;
  if (letter.attempts >= lastAttempt) return ended(letter, doubt ? "uncertain" : "failed", problem);
  const end = ended(letter, "queued", problem);
  return { ...end, next: next.toISOString(), doubt, batch: doubt ? letter.batch : null };
}

type Again = { at: Date; random: () => number; afterMs?: number | undefined };

/** Those that stay together are tried again at the same moment. */
export function nextAttemptOf(letters: Letter[], { at, random, afterMs }: Again) {
  const attempts = Math.max(...letters.map((letter) => letter.attempts));
  return new Date(at.getTime() + pauseAfter(attempts, longestPauseMs, random(), afterMs));
}
