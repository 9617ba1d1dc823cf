import type { MachineHealth } from "./machine-health.server";

/** What an operator should attend to. */
export type Concern =
  | { kind: "noWorker" }
  | { kind: "jobFails"; job: string; times: number; problem: string }
  | { kind: "jobStands"; job: string; since: string }
  | { kind: "mailWaits" | "mailLate"; since: string }
  | { kind: "mailFailed"; count: number }
  | { kind: "connections"; used: number; most: number };

const minute = 60_000;
const aliveMs = minute;
// The rarest job turns every ten minutes.
const standsMs = 30 * minute;
const lateMs = 10 * minute;

export function concernsOf(health: MachineHealth, at: Date, mailService: boolean): Concern[] {
  const { processes, jobs, outbox, database } = health;
  const since = (instant: string) => at.getTime() - new Date(instant).getTime();
  const concerns: Concern[] = [];
  if (!processes.some(({ seenAt }) => since(seenAt) < aliveMs)) concerns.push({ kind: "noWorker" });
  for (const { job, doneAt, failuresInARow, problem } of jobs) {
    if (failuresInARow > 0)
      concerns.push({ kind: "jobFails", job, times: failuresInARow, problem: problem ?? "" });
    // A process of the other kind may rightly have ended.
    else if (doneAt && since(doneAt) > standsMs && !job.startsWith("note-process")) {
      concerns.push({ kind: "jobStands", job, since: doneAt });
    }
  }
  if (outbox.oldest && since(outbox.oldest) > (mailService ? lateMs : 0)) {
    concerns.push({ kind: mailService ? "mailLate" : "mailWaits", since: outbox.oldest });
  }
  if (outbox.failed > 0) concerns.push({ kind: "mailFailed", count: outbox.failed });
  if (database.connections > 0.8 * database.mostConnections) {
    concerns.push({ kind: "connections", used: database.connections, most: database.mostConnections });
  }
  return concerns;
}
