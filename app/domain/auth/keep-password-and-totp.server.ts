import { sql } from "drizzle-orm";
import { done, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { seal } from "./seal.server";
import { minutesOff, totpStep } from "./totp.server";

type Kept = {
  memberId: string;
  /** As `newPassword` answers it. */
  passwordHash: string;
  secret: string;
  code: string;
  totpKey: Uint8Array;
  at: Date;
};

/** Keeps both for the transaction's own member: a password is never without its second factor. */
export async function keepPasswordAndTotp(
  tx: Transaction,
  { memberId, passwordHash, secret, code, totpKey, at }: Kept,
) {
  const step = totpStep({ secret, code, at });
  if (step === undefined) {
    const minutes = minutesOff({ secret, code, at });
    if (minutes === undefined) return refused("totp_wrong");
    return refused(minutes < 0 ? "totp_clock_behind" : "totp_clock_ahead", { count: Math.abs(minutes) });
  }
  const sealed = seal(secret, { key: totpKey, about: memberId });
  await tx.execute(
    sql`select own_password_keep(${passwordHash}, ${sealed}, ${step}, ${at.toISOString()}::timestamptz)`,
  );
  return done(undefined);
}
