import { setMaxListeners } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { now } from "~/clock.server";
import { noteJobTurn } from "~/domain/machine/note-job-turn.server";
import { env } from "~/env.server";
import { log } from "~/http/server/log";
import type { Db } from "~db/client.server";
import { arriveProposals } from "./arrive-proposals";
import { closeRounds } from "./close-rounds";
import { deliverNotices } from "./deliver-notices";
import { forgetAnswers } from "./forget-answers";
import { forgetDigests } from "./forget-digests";
import { forgetNews } from "./forget-news";
import { forgetNotices } from "./forget-notices";
import { keepRoundtableTimes } from "./keep-roundtable-times";
import { keepVettingTimes } from "./keep-vetting-times";
import { noteProcess } from "./note-process";
import { publishDueAdvisories } from "./publish-due-advisories";
import { purgeRoundtables } from "./purge-roundtables";
import { remindOfCommitments } from "./remind-of-commitments";
import { remindOfRounds } from "./remind-of-rounds";
import { remindOfRoundtables } from "./remind-of-roundtables";
import { sendDigests } from "./send-digests";
import { showSummaries } from "./show-summaries";
import { signAuditCheckpoint } from "./sign-audit-checkpoint";
import { sweepSignInLeftovers } from "./sweep-sign-in";
import { tellOwners } from "./tell-owners";

export type Job = {
  name: string;
  everyMs: number;
  /** Runs once more when the process is told to stop. */
  atTheEnd?: boolean;
  /** What takes long ends when `signal` says that the process does. */
  run(db: Db, at: Date, signal?: AbortSignal): Promise<unknown>;
};

export const allJobs = (kind: "server" | "jobs"): Job[] => [
  publishDueAdvisories,
  closeRounds,
  keepVettingTimes,
  tellOwners,
  remindOfRounds,
  remindOfRoundtables,
  keepRoundtableTimes,
  remindOfCommitments,
  purgeRoundtables,
  showSummaries,
  arriveProposals,
  forgetAnswers,
  forgetNotices(env()),
  forgetDigests(env()),
  forgetNews(env()),
  sweepSignInLeftovers,
  deliverNotices(env()),
  sendDigests(env()),
  signAuditCheckpoint(env()),
  noteProcess(kind),
];
const lastTurnMs = 1500;
const tellEveryMs = 15_000;

/**
 * Runs every job by its own clock until stopped. Any number of processes may: each act locks what it changes.
 * A failure (a database that is away) is logged by name and tried again at the next turn.
 */
export function runJobs(database: () => Db | undefined, which: Job[] = allJobs("server")) {
  const stopping = new AbortController();
  // Each job waits on it, and some hand it on; Node warns of a leak from the eleventh.
  setMaxListeners(2 * which.length, stopping.signal);
  const turn = async (job: Job) => {
    const db = database();
    let problem: string | null = null;
    try {
      if (db) await job.run(db, now(), stopping.signal);
    } catch (error) {
      problem = error instanceof Error ? error.name : "unknown";
      log().warn({ job: job.name, error: problem }, "job failed");
    }
    if (db) await tell(db, job.name, problem);
  };
  const told = new Map<string, { at: number; problem: string | null }>();
  /** The operator sees how each job fares: at every change, and now and then that it still turns. */
  const tell = async (db: Db, job: string, problem: string | null) => {
    const last = told.get(job);
    if (last && last.problem === problem && problem === null && Date.now() - last.at < tellEveryMs) return;
    told.set(job, { at: Date.now(), problem });
    await noteJobTurn(db, { job, at: new Date(), problem }).catch(() => told.delete(job));
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
