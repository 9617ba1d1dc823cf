/** The digests of one day of everybody's own calendar. Instants are ISO. */
export type DigestRun = {
  localDate: string;
  begunAt: string;
  pausedAt: string | null;
  cancelledAt: string | null;
  /** How many digests are in which state; one that none is in is left out. */
  counts: Partial<Record<DigestState, number>>;
  /** What the mail service answered where a batch has to be tried again. */
  problems: string[];
};
type DigestState =
  | "due"
  | "batched"
  | "accepted"
  | "nothing-new"
  | "dropped"
  | "failed"
  | "uncertain"
  | "cancelled";

export type RunState = "cancelled" | "paused" | "under-way" | "open" | "over";

// Noon of the day after has come where the day ends last.
const openMs = 36 * 3_600_000;

/** `open`: nothing waits now, but clocks elsewhere have not come to the end of that day. */
export function stateOfRun(run: DigestRun, at: Date): RunState {
  if (run.cancelledAt) return "cancelled";
  if (run.pausedAt) return "paused";
  if (waitingIn(run) > 0) return "under-way";
  return at.getTime() < Date.parse(`${run.localDate}T00:00:00Z`) + openMs ? "open" : "over";
}

const sum = (counts: (number | undefined)[]) => counts.reduce<number>((all, count) => all + (count ?? 0), 0);

export const waitingIn = ({ counts }: DigestRun) => sum([counts.due, counts.batched]);
export const digestsIn = ({ counts }: DigestRun) => sum(Object.values(counts));
export const toLookInto = ({ counts }: DigestRun) => sum([counts.failed, counts.uncertain]);
