import { sql } from "drizzle-orm";
import { openKey, sealKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Transaction } from "~db/client.server";

type Sealing = { keys: SecretKeys; roundId: string };

/** The round's key as the database keeps it: opened only with this installation's secret. */
export const sealRoundKey = (key: Buffer, { keys, roundId }: Sealing) =>
  sealKey(key, { under: keys("round"), about: `round:${roundId}` });

export const openRoundKey = (sealed: Uint8Array, { keys, roundId }: Sealing) =>
  openKey(sealed, { under: keys("round"), about: `round:${roundId}` });

/** To whoever answers while the round is open; undefined once it is closed, and for everyone else. */
export async function findRoundKey(tx: Transaction, { keys, roundId }: Sealing): Promise<Buffer | undefined> {
  const [row] = await tx.execute<{ sealed: Uint8Array | null }>(
    sql`select round_key(${roundId}::uuid) as sealed`,
  );
  return row?.sealed ? openRoundKey(row.sealed, { keys, roundId }) : undefined;
}
