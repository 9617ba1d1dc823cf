import type { Answer } from "~/domain/answers/answer";
import { Drawer } from "~/ui/page/drawer";

/** An answer of ours that is not on the server: what it was made on, and what a colleague has answered since. */
export type Mine = {
  answer: Answer;
  revision: number;
  theirs?: { answer: Answer; revision: number; changedBy: string | null };
  /** Why the server did not take it, a refusal's reason. */
  reason?: string;
};
export type KeptAnswers = { mine: Record<string, Mine> };

/** Of every round and member: what signing out takes away from a browser that others may use. */
const everySheet = "ribera:sheet:";
const prefix = (roundId: string, memberId: string) => `${everySheet}${memberId}:${roundId}:`;

export const sheetDrawer = (roundId: string, memberId: string, page: string) =>
  new Drawer<KeptAnswers>(prefix(roundId, memberId), page);

const keysFrom = (start: string) => {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
};

/** How many answers lie in this browser that no server has. */
export function countKeptAnswers(): number {
  return keysFrom(everySheet).reduce((sum, key) => sum + Object.keys(readKept(key).mine ?? {}).length, 0);
}

export function forgetKeptAnswers() {
  for (const key of keysFrom(everySheet)) localStorage.removeItem(key);
}

/** What this member typed for a round and could not send, once no page of it is open any more. */
export const findKeptAnswers = (roundId: string, memberId: string): Record<string, Mine> =>
  Object.assign({}, ...keysFrom(prefix(roundId, memberId)).map((key) => readKept(key).mine ?? {}));

export function forgetKeptAnswersOf(roundId: string, memberId: string) {
  for (const key of keysFrom(prefix(roundId, memberId))) localStorage.removeItem(key);
}

// Written by `Drawer.keep` in this browser, perhaps by an older version of the page.
const readKept = (key: string) => JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<KeptAnswers>;
