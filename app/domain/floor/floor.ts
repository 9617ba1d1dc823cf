import type { Text } from "~/domain/advisories/advisory.form";

export const stopReasons = [
  "prices",
  "customers",
  "terms",
  "boycott",
  "closures",
  "off-agenda",
  "report",
] as const;
export type StopReason = (typeof stopReasons)[number];

export const pollKinds = ["single", "multiple", "scale"] as const;
export type PollKind = (typeof pollKinds)[number];

export const mostOptions = 10;
/** Of a scale: from 1 to this. */
export const scaleTop = 5;
/** With fewer ballots the counts would say who chose what. */
export const fewestBallots = 3;

/** Sealed with a poll. */
export type PollWords = { question: Text; options: Text[] };

export const choicesOf = (kind: PollKind, { options }: PollWords) =>
  kind === "scale" ? scaleTop : options.length;

/** Whether these are choices that a ballot of this kind can hold, by their places from 0. */
export function isBallot(kind: PollKind, choices: number[], most: number) {
  const isInRange = choices.every((choice) => Number.isInteger(choice) && choice >= 0 && choice < most);
  const isOnce = new Set(choices).size === choices.length;
  return isInRange && isOnce && choices.length >= 1 && (kind === "multiple" || choices.length === 1);
}

/** An item of the agenda as it stands. */
export type ItemState = "waiting" | "open" | "stopped" | "closed";

type Asked = { id: string; position: number; hidden: unknown; settlement: unknown };
type Votes = { contributionId: string; votes: number; own: boolean };

/** The questions of a room: those that wait by votes and then in the order of asking, and those that were settled. */
export function queueOf<Question extends Asked>(questions: Question[], votes: Votes[]) {
  const asked = questions
    .filter(({ hidden }) => hidden === null)
    .map((question) => {
      const given = votes.find(({ contributionId }) => contributionId === question.id);
      return { question, votes: given?.votes ?? 0, own: given?.own ?? false };
    })
    .sort((a, b) => b.votes - a.votes || a.question.position - b.question.position);
  return {
    waiting: asked.filter(({ question }) => question.settlement === null),
    settled: asked.filter(({ question }) => question.settlement !== null),
  };
}

/** Of a poll's counts: the places of what was chosen most, and how often. */
export function mostChosen(counts: number[]) {
  const most = Math.max(...counts);
  return { most, places: counts.flatMap((count, place) => (count === most ? [place] : [])) };
}

/** Of a scale's counts: the mean figure. */
export const meanOf = (counts: number[]) =>
  counts.reduce((sum, count, place) => sum + count * (place + 1), 0) /
  counts.reduce((sum, count) => sum + count, 0);
