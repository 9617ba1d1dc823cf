import { sql } from "drizzle-orm";
import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import type { DigestRun } from "./digest-run";

const most = 21;

/** The last runs, newest first, for the operator. */
export async function listDigestRuns(db: Db, viewer: Viewer): Promise<DigestRun[]> {
  if (!mayLookAfterMachine(viewer)) return [];
  return asViewer(db, viewer, async (tx) => [
    ...(await tx.execute<DigestRun>(sql`select * from digest_runs_list(${most})`)),
  ]);
}
