export const proposalKinds = ["red-flag", "typology"] as const;

export const proposalOutcomes = ["taken-up", "declined"] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

const dayMs = 86_400_000;

/** The Monday after: what was written in one week comes together. */
export function arrivalOf(at: Date): string {
  const today = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(today + (7 - sinceMonday) * dayMs).toISOString().slice(0, 10);
}
