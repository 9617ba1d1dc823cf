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
