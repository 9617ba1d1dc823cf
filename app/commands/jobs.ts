import { once } from "node:events";
import { now } from "~/clock.server";
import { prepareWorld } from "~/demo/prepare-world.server";
import { env } from "~/env.server";
import { allJobs, runJobs } from "~/jobs/run-jobs.server";
import { openDatabase } from "~db/open.server";

/** npm run jobs: the worker alone, until SIGINT or SIGTERM. */
const opened = await openDatabase(env(), {
  onProgress: (line) => console.error(line),
  patience: Number.POSITIVE_INFINITY,
  whenMigrated: prepareWorld(env(), now()),
});
const jobs = runJobs(() => opened.pool.db, allJobs("jobs"));
console.log("Ribera's jobs are running");
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
await jobs.stop();
await opened.close();
