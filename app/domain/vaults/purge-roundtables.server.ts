import { sql } from "drizzle-orm";
import type { MasterKeys } from "~/domain/auth/master-keys.server";
import { rotateMasterKey } from "~/domain/auth/rotate-master-key.server";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { removeFile } from "~db/files.server";

type Purging = { master: MasterKeys; at: Date; signal?: AbortSignal | undefined };

/**
 * Destroys the keys of the rooms whose time is over, then goes over to another master key where we make them ourselves: what a
 * log or a dead row still holds of a destroyed key opens with nothing that is left. Answers whether that is so.
 */
export async function purgeRoundtables(db: Db, { master, at, signal }: Purging): Promise<boolean> {
  while (!signal?.aborted) {
    const [row] = await inClock(db, (tx) =>
      tx.execute<{ id: string | null }>(
        sql`select roundtable_purge_next(${at.toISOString()}::timestamptz) as id`,
      ),
    );
    if (!row?.id) break;
  }
  await removeFiles(db, signal);
  if (await isUnspent(db)) return true;
  if (master.kept === "environment") return false;
  const rotated = await rotateMasterKey(db, { master, anew: true, at });
  return rotated.ok;
}

const inClock = <Value>(db: Db, step: (tx: Transaction) => Promise<Value>) => asViewer(db, anonymous, step);

async function isUnspent(db: Db) {
  const [row] = await inClock(db, (tx) =>
    tx.execute<{ yes: boolean }>(sql`select master_key_unspent() as yes`),
  );
  return row?.yes ?? false;
}

/** A file that was named is named until it is away: whoever dies in between takes it at the next turn. */
async function removeFiles(db: Db, signal: AbortSignal | undefined) {
  while (!signal?.aborted) {
    const rows = await inClock(db, (tx) =>
      tx.execute<{ stored_as: string }>(sql`select stored_as from file_removals_list(100) as stored_as`),
    );
    if (rows.length === 0) return;
    for (const { stored_as: storedAs } of rows) {
      await removeFile(storedAs);
      await inClock(db, (tx) => tx.execute(sql`select file_removal_done(${storedAs})`));
    }
  }
}
