/** What became of a theme or a red flag's points (product.md §3). */
export const replyOutcomes = ["acknowledged", "accepted", "amended", "declined", "roundtable"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

/** A row of a round, 0 being the round as a whole, or a theme. */
export type ReplySubject = { row: number } | { themeId: string };

/** Once a published version cites a reply, that is what became of it. */
export const outcomeNow = (outcome: ReplyOutcome, isCited: boolean): ReplyOutcome =>
  isCited ? "amended" : outcome;
