import type { Db } from "~db/client.server";
import { stopIdentifiers } from "./stop-identifiers.server";

type Screening<Change> = { changes: Change[]; at: Date };

/** Changes whose words may be kept; of each other one its place and why not. */
export async function withoutStopped<Change extends { path: string; now: string }>(
  db: Db,
  { changes, at }: Screening<Change>,
) {
  const kept: Change[] = [];
  const refusals: { path: string; reason: string }[] = [];
  for (const change of changes) {
    const screened = await stopIdentifiers(db, { texts: [change.now], at });
    if (screened.ok) kept.push(change);
    else refusals.push({ path: change.path, reason: screened.reason });
  }
  return { kept, refusals };
}
