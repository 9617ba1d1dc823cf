import type { Text } from "~/domain/advisories/advisory.form";

/** What became of a theme or a red flag's points (product.md §3). */
export const replyOutcomes = [
  "acknowledged",
  "accepted",
  "amended",
  "question",
  "declined",
  "roundtable",
] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** The answer to everyone that a reply points to, for whoever may read it. */
export type AnsweredIn = { id: string; number: string; redFlag: string | null; question: Text };

/** A row of a round, 0 being the round as a whole, or a theme. */
export type ReplySubject = { row: number } | { themeId: string };

/** Once a published version cites a reply, that is what became of it. */
export const outcomeNow = (outcome: ReplyOutcome, isCited: boolean): ReplyOutcome =>
  isCited ? "amended" : outcome;
