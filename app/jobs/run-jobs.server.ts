import { setTimeout as pause } from "node:timers/promises";
import { now } from "~/clock.server";
import { log } from "~/http/server/log";
import type { Db } from "~db/client.server";
import { publishDueAdvisories } from "./publish-due-advisories";

export type Job = { name: string; everyMs: number; run(db: Db, at: Date): Promise<unknown> };

const jobs: Job[] = [publishDueAdvisories];

/**
 * Runs every job by its own clock until stopped. Any number of processes may: each act locks what it changes.
 * A failure (a database that is away) is logged by name and tried again at the next turn.
 */
export function runJobs(database: () => Db | undefined, which: Job[] = jobs) {
  const stopping = new AbortController();
  const running = which.map(async (job) => {
    while (!stopping.signal.aborted) {
      const db = database();
      try {
        if (db) await job.run(db, now());
      } catch (error) {
        log().warn({ job: job.name, error: error instanceof Error ? error.name : "unknown" }, "job failed");
      }
      await pause(job.everyMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
