import { recordEvent } from "~/domain/audit/record-event.server";
import { normalAddress } from "~/domain/invitations/normal-address.server";
import { anonymous } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { forgetAttempts, type Trying, takeAttempt, traceOf } from "./attempts.server";
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
  const normal = normalAddress(email);
  const account = normal.ok ? normal.value : email.trim().toLowerCase().slice(0, 254);
  const key = keys("attempts");
  const trying: Trying = { purpose: "sign-in", account, address, key };
  const limited = await takeAttempt(db, trying);
  if (limited) return limited;

  const kept = await findSecretsByEmail(db, account);
  const right = await arePasswordAndCode(db, kept, { password, code, totpKey: keys("totp"), at });
  if (!right || !kept) {
    await asViewer(db, anonymous, (tx) =>
      recordEvent(tx, {
        action: "sign_in.refused",
        subject: { kind: "account", id: traceOf(account, key) },
        detail: { way: "password" },
        at,
      }),
    );
    return refused("sign_in_refused");
  }
  await forgetAttempts(db, trying);
  return done(await beginSession(db, { memberId: kept.memberId, way: "password", visit, at }));
}
