import { setTimeout as pause } from "node:timers/promises";
import { now } from "~/clock.server";
import { env } from "~/env.server";
import { log } from "~/http/server/log";
import type { Db } from "~db/client.server";
import { forgetAnswers } from "./forget-answers";
import { keepVettingTimes } from "./keep-vetting-times";
import { publishDueAdvisories } from "./publish-due-advisories";
import { signAuditCheckpoint } from "./sign-audit-checkpoint";

export type Job = {
  name: string;
  everyMs: number;
  /** Runs once more when the process is told to stop. */
  atTheEnd?: boolean;
  run(db: Db, at: Date): Promise<unknown>;
};

const allJobs = (): Job[] => [
  publishDueAdvisories,
  keepVettingTimes,
  forgetAnswers,
  signAuditCheckpoint(env()),
];
const lastTurnMs = 1500;

/**
 * Runs every job by its own clock until stopped. Any number of processes may: each act locks what it changes.
 * A failure (a database that is away) is logged by name and tried again at the next turn.
 */
export function runJobs(database: () => Db | undefined, which: Job[] = allJobs()) {
  const stopping = new AbortController();
  const turn = async (job: Job) => {
    const db = database();
    try {
      if (db) await job.run(db, now());
    } catch (error) {
      log().warn({ job: job.name, error: error instanceof Error ? error.name : "unknown" }, "job failed");
    }
  };
  const running = which.map(async (job) => {
    while (!stopping.signal.aborted) {
      await turn(job);
      await pause(job.everyMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
      const last = which.filter(({ atTheEnd }) => atTheEnd).map(turn);
      // A database that is away must not hold the process.
      await Promise.race([Promise.all(last), pause(lastTurnMs)]);
    },
  };
}
