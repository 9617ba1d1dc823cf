import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { recordRefusedSignIn, takeAttempt } from "./attempts.server";
import { beginSession, type Visit } from "./begin-session.server";
import { parseAnswer, usedPasskey } from "./passkey-answer";
import type { Site } from "./site";
import { verifyUsedPasskey } from "./verify-passkey.server";

type SignIn = {
  answer: string;
  site: Site;
  visit: Visit;
  address: string;
  attemptsKey: Uint8Array;
  at: Date;
};

/** The `Set-Cookie` value of the new session. */
export async function signInWithPasskey(db: Db, { answer, site, visit, address, attemptsKey, at }: SignIn) {
  const limited = await takeAttempt(db, { purpose: "passkey", address, key: attemptsKey });
  if (limited) return limited;
  const used = await verifyUsedPasskey(db, { answer, site, by: null, at });
  if (!used) {
    const tried = parseAnswer(answer, usedPasskey);
    if (tried) await recordRefusedSignIn(db, { account: tried.id, way: "passkey", key: attemptsKey, at });
    return refused("passkey_not_taken");
  }
  return done(await beginSession(db, { memberId: used.memberId, way: "passkey", visit, at }));
}
