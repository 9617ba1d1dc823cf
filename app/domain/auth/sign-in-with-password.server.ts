import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { accountOf, forgetAttempts, recordRefusedSignIn, type Trying, takeAttempt } from "./attempts.server";
import { beginSession, type Visit } from "./begin-session.server";
import type { SecretKeys } from "./secret-key.server";
import { arePasswordAndCode, findSecretsByEmail } from "./secrets.server";

type SignIn = {
  email: string;
  password: string;
  code: string;
  visit: Visit;
  address: string;
  keys: SecretKeys;
  at: Date;
};

/** The `Set-Cookie` value of the new session. One refusal for whatever is wrong, known account or not. */
export async function signInWithPassword(
  db: Db,
  { email, password, code, visit, address, keys, at }: SignIn,
) {
  const account = accountOf(email);
  const key = keys("attempts");
  const trying: Trying = { purpose: "sign-in", account, address, key };
  const limited = await takeAttempt(db, trying);
  if (limited) return limited;

  const kept = await findSecretsByEmail(db, account);
  const right = await arePasswordAndCode(db, kept, { password, code, totpKey: keys("totp"), at });
  if (!right || !kept) {
    await recordRefusedSignIn(db, { account, way: "password", key, at });
    return refused("sign_in_refused");
  }
  await forgetAttempts(db, trying);
  return done(await beginSession(db, { memberId: kept.memberId, way: "password", visit, at }));
}
