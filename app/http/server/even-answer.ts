import { setTimeout as pause, setImmediate as turn } from "node:timers/promises";

/** Longer than any answer "not found" takes on a machine that is not overloaded. */
const everyMs = 50;

/** A timer of Node may fire this much late; the rest is watched turn by turn. */
const watchedMs = 2;

/** The first of the instants `everyMs` apart, counted from `askedAt`, that is not before `now`; all in ms of one clock. */
export const evenInstant = (askedAt: number, now: number, stepMs: number = everyMs) =>
  askedAt + Math.max(1, Math.ceil((now - askedAt) / stepMs)) * stepMs;

/** Waits for that instant: whether there is something that the asker may not know of shows in no time (decision 500). */
export async function answerEvenly(askedAt: number): Promise<void> {
  const instant = evenInstant(askedAt, performance.now());
  const left = instant - performance.now();
  if (left > watchedMs) await pause(left - watchedMs);
  while (performance.now() < instant) await turn();
}
