import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { derived, type MasterKeys } from "./master-keys.server";
import { rotateMasterKey } from "./rotate-master-key.server";

/**
 * At start: whether this process has the master key that holds. An installation leaves the derived key of its first hour as soon
 * as it has another, and what an interrupted rotation left is done.
 */
export async function settleMasterKey(
  owner: Db,
  { master, at }: { master: MasterKeys; at: Date },
): Promise<boolean> {
  const holding = await holdingFingerprint(owner);
  if (!(await master.find(holding))) return false;
  const wanted = master.kept === "folder" || (await master.next()) !== derived;
  const outcome = await rotateMasterKey(owner, { master, anew: holding === derived && wanted, at });
  return outcome.ok;
}

async function holdingFingerprint(owner: Db) {
  const [row] = await asViewer(owner, anonymous, (tx) =>
    tx.execute<{ fingerprint: string }>(sql`select fingerprint from master_key_holding()`),
  );
  return row?.fingerprint ?? derived;
}
