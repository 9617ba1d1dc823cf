import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { mayLookAfterMachine } from "./machine.policy";

/** Instants are ISO. */
export type MachineHealth = {
  processes: {
    id: string;
    kind: "server" | "jobs";
    node: string;
    startedAt: string;
    seenAt: string;
    memoryMb: number;
  }[];
  jobs: {
    job: string;
    doneAt: string | null;
    failedAt: string | null;
    failuresInARow: number;
    problem: string | null;
  }[];
  outbox: {
    queued: number;
    retried: number;
    oldest: string | null;
    sent: number;
    dropped: number;
    failed: number;
    problems: string[];
  };
  database: { version: string; bytes: number; connections: number; mostConnections: number };
};

/** How the machine fares, for the operator: counts and times, nothing of what it holds. */
export async function readMachineHealth(
  db: Db,
  viewer: Viewer,
  at: Date,
): Promise<MachineHealth | undefined> {
  if (!mayLookAfterMachine(viewer)) return undefined;
  const [row] = await asViewer(db, viewer, (tx) =>
    tx.execute<{ health: MachineHealth | null }>(
      sql`select machine_health(${at.toISOString()}::timestamptz) as health`,
    ),
  );
  return row?.health ?? undefined;
}
