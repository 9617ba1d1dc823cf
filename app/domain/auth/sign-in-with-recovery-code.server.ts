import { sql } from "drizzle-orm";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { accountOf, forgetAttempts, recordRefusedSignIn, type Trying, takeAttempt } from "./attempts.server";
import { beginSession, type Visit } from "./begin-session.server";
import { noteChange } from "./note-sign-in-change.server";
import { isPassword } from "./password.server";
import { hashOfCode } from "./recovery-code.server";
import type { SecretKeys } from "./secret-key.server";
import { findSecretsByEmail } from "./secrets.server";

type Recovery = {
  email: string;
  recoveryCode: string;
  /** Of whoever has one: a recovery code stands in for the lost device, never for the password. */
  password: string;
  visit: Visit;
  address: string;
  keys: SecretKeys;
  at: Date;
};

const nobody = "00000000-0000-4000-8000-000000000000";

/** The `Set-Cookie` value of the new session. The code is used up, and its member hears of it by mail. */
export async function signInWithRecoveryCode(
  db: Db,
  { email, recoveryCode, password, visit, address, keys, at }: Recovery,
) {
  const account = accountOf(email);
  const key = keys("attempts");
  const trying: Trying = { purpose: "recovery", account, address, key };
  const limited = await takeAttempt(db, trying);
  if (limited) return limited;

  const kept = await findSecretsByEmail(db, account);
  const right = await isPassword(password, kept?.passwordHash ?? null);
  const memberId = kept && (right || kept.passwordHash === null) ? kept.memberId : nobody;
  const hash = hashOfCode(recoveryCode, { key: keys("recovery"), memberId });
  const cookie = await asViewer(db, { memberId }, async (tx) => {
    const rows = await tx.execute<{ taken: boolean }>(
      sql`select recovery_code_take(${memberId}::uuid, ${hash}, ${at.toISOString()}::timestamptz) as taken`,
    );
    if (!rows[0]?.taken) return undefined;
    // Whoever lost a device lost the session in it too.
    const [ended] = await tx.execute<{ sessions: number }>(sql`select own_sessions_end(null) as sessions`);
    const sessionsEnded = ended?.sessions ?? 0;
    await noteChange(tx, { memberId, change: "recovery-code-used", sessionsEnded, at });
    return beginSession(tx, { memberId, way: "recovery-code", visit, at });
  });
  if (cookie === undefined) {
    await recordRefusedSignIn(db, { account, way: "recovery-code", key, at });
    return refused("recovery_refused");
  }
  await forgetAttempts(db, trying);
  return done(cookie);
}
