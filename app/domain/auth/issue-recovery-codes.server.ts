import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import { bytesPerCode, codesAtOnce, hashOfCode, recoveryCode } from "./recovery-code.server";

type Issue = {
  memberId: string;
  recoveryKey: Uint8Array;
  /** At least `codesAtOnce` × `bytesPerCode` bytes. */
  random: Uint8Array;
  at: Date;
};

/** New codes of the transaction's own member, shown this once; the ones before are over. */
export async function issueRecoveryCodes(
  tx: Transaction,
  { memberId, recoveryKey, random, at }: Issue,
): Promise<string[]> {
  const codes = Array.from({ length: codesAtOnce }, (_, n) =>
    recoveryCode(random.subarray(n * bytesPerCode, (n + 1) * bytesPerCode)),
  );
  const hashes = codes.map(
    (code) => `\\x${hashOfCode(code, { key: recoveryKey, memberId }).toString("hex")}`,
  );
  const list = sql.param(`{${hashes.map((hash) => `"${hash.replace("\\", "\\\\")}"`).join(",")}}`);
  await tx.execute(sql`select own_recovery_codes_keep(${list}::bytea[], ${at.toISOString()}::timestamptz)`);
  return codes;
}
