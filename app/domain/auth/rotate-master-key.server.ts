import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import type { MasterKeys } from "./master-keys.server";
import { openKey, sealKey } from "./seal-key.server";

type Rotation = {
  master: MasterKeys;
  /** False: only what an interrupted one left is done. */
  anew: boolean;
  at: Date;
};
type Holding = { generation: number; fingerprint: string };
type Stale = { roundtable_id: string; fingerprint: string; sealed: Uint8Array };

const batch = 100;
/** As the room's seal names it: a room's key opens as that room's alone. */
const aboutRoom = (roundtableId: string) => `roundtable:${roundtableId}`;

/**
 * Goes over to another master key: the keys of rooms are sealed anew, never what they seal. Whoever is killed in between leaves
 * it to the next; only when no room's key is left under a key before is that one forgotten.
 */
export async function rotateMasterKey(
  db: Db,
  { master, anew, at }: Rotation,
): Promise<Outcome<{ rooms: number }>> {
  const before = await inClock(db, holdingOf);
  const unfinished = await inClock(db, isUnfinished);
  if (!(await master.find(before.fingerprint))) return missing(before.fingerprint);
  if (anew && !unfinished) {
    const fingerprint = await master.next();
    if (fingerprint === before.fingerprint) return refused("master_key_same");
    await inClock(db, (tx) => tx.execute(sql`select master_key_begin(${fingerprint}, ${instant(at)})`));
  }
  const holding = await inClock(db, holdingOf);
  const under = await master.find(holding.fingerprint);
  if (!under) return missing(holding.fingerprint);
  let rooms = 0;
  for (;;) {
    const stale = await inClock(db, (tx) =>
      tx.execute<Stale>(sql`select roundtable_id, fingerprint, sealed from master_key_stale(${batch})`),
    );
    if (stale.length === 0) break;
    for (const { roundtable_id: id, fingerprint, sealed } of stale) {
      const old = await master.find(fingerprint);
      if (!old) return missing(fingerprint);
      const key = openKey(sealed, { under: old, about: aboutRoom(id) });
      const fresh = sealKey(key, { under, about: aboutRoom(id) });
      await inClock(db, (tx) =>
        tx.execute(
          sql`select master_key_reseal(${id}::uuid, ${sealed}::bytea, ${fresh}::bytea, ${holding.generation})`,
        ),
      );
      rooms += 1;
    }
  }
  const retired = await inClock(db, (tx) =>
    tx.execute<{ fingerprint: string }>(sql`select fingerprint from master_keys_retire(${instant(at)})`),
  );
  await master.forget(retired.map(({ fingerprint }) => fingerprint));
  return done({ rooms });
}

const missing = (fingerprint: string) => refused("master_key_missing", { fingerprint });

const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** Each step commits by itself, and none is anybody's but the clock's. */
const inClock = <Value>(db: Db, step: (tx: Transaction) => Promise<Value>) => asViewer(db, anonymous, step);

async function holdingOf(tx: Transaction): Promise<Holding> {
  const [row] = await tx.execute<Holding>(sql`select generation, fingerprint from master_key_holding()`);
  if (!row) throw new Error("no master key holds");
  return row;
}

async function isUnfinished(tx: Transaction) {
  const [row] = await tx.execute(sql`select 1 from master_key_stale(1)`);
  return row !== undefined;
}
