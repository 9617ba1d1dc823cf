import { sql } from "drizzle-orm";
import { done, type Outcome } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import type { AuditKey } from "./audit-key.server";
import { type Checkpoint, makeCheckpoint } from "./checkpoint.server";
import { appendToWitness } from "./witness.server";

type Signing = {
  key: AuditKey;
  /** The file outside the database that remembers what was signed. */
  witness: string;
  /** The number that this process signed last: while the log still ends there, nothing is to be signed. */
  signedSeq: number;
  at: Date;
};

/** Signs where the log ends now, in the database and outside it. The value is null when there was nothing new. */
export async function signCheckpoint(
  db: Db,
  { key, witness, signedSeq, at }: Signing,
): Promise<Outcome<Checkpoint | null>> {
  const [tip] = await db.execute<{ seq: string; hash: string }>(
    sql`select seq::text, encode(hash, 'hex') as hash from audit_tip()`,
  );
  const seq = Number(tip?.seq ?? 0);
  if (!tip || seq === 0 || seq === signedSeq) return done(null);

  const checkpoint = makeCheckpoint(key, { seq, at, hash: Buffer.from(tip.hash, "hex") });
  await db.execute(
    sql`select audit_checkpoint_add(${seq}, ${at.toISOString()}::timestamptz, ${checkpoint.hash}, ${checkpoint.keyId}, ${checkpoint.signature})`,
  );
  // After the row: what the witness has seen must be found in the database, not the other way round.
  await appendToWitness(witness, key, checkpoint);
  return done(checkpoint);
}
