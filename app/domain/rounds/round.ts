/** Fewer institutions than this, and nothing is told of what they answered (product.md §3). */
export const leastInstitutions = 5;

/** What a round may ask about: a receipt opens the points of so many rows, the same work for whoever asks (decision 276). */
export const mostRedFlags = 500;

export const roundModes = ["unattributed", "identified"] as const;
export type RoundMode = (typeof roundModes)[number];

export type RoundState = "planned" | "open" | "closed" | "called-off";

type Dated = {
  openedAt: Date | null;
  closesAt: Date | null;
  takenAt?: Date | null;
  closedAt: Date | null;
  calledOffAt: Date | null;
};

/** Past its hour a round is closed to answers, also before the clock has reckoned its statistics. */
export function stateOf({ openedAt, closesAt, takenAt, closedAt, calledOffAt }: Dated, at: Date): RoundState {
  if (calledOffAt) return "called-off";
  if (!openedAt) return "planned";
  return closedAt || takenAt || (closesAt && closesAt <= at) ? "closed" : "open";
}

/** Closed to answers, and its statistics are not there yet. */
export const isBeingCounted = (round: Dated, at: Date) => stateOf(round, at) === "closed" && !round.closedAt;

const shortestWindowHours = 24;
const longestWindowDays = 180;

const hour = 3_600_000;

/** Why a round cannot end then, if so: a window is long enough to answer in and not forgotten. */
export function windowProblem(closesAt: Date, at: Date): "window_too_short" | "window_too_long" | undefined {
  const length = closesAt.getTime() - at.getTime();
  if (length < shortestWindowHours * hour) return "window_too_short";
  return length > longestWindowDays * 24 * hour ? "window_too_long" : undefined;
}
