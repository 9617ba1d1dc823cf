import { randomUUID } from "node:crypto";
import { noteProcess as note, type RunningProcess } from "~/domain/machine/note-process.server";
import type { Job } from "./run-jobs.server";

/** Every fifteen seconds: that this process is there. */
export function noteProcess(kind: RunningProcess["kind"]): Job {
  const id = randomUUID();
  // The machine's own clock: RIBERA_CLOCK stands still, and a process that stands still looks dead.
  const startedAt = new Date();
  return {
    name: `note-process-${kind}`,
    everyMs: 15_000,
    run: (db) =>
      note(db, {
        id,
        kind,
        node: process.version,
        startedAt,
        memoryMb: Math.round(process.memoryUsage.rss() / 1_048_576),
        at: new Date(),
      }),
  };
}
