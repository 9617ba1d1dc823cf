import {
  type AuthenticationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { takeChallenge } from "./challenges.server";
import { madePasskey, parseAnswer, usedPasskey } from "./passkey-answer";
import { hostOf, type Site } from "./site";

type Found = { id: string; memberId: string; publicKey: string; counter: number };
type Used = { answer: string; site: Site; by: { memberId: string; sessionId: string } | null; at: Date };

// The curve's own base point, as a passkey's key is written: an unknown passkey is weighed against it, so that it takes as long.
const nobodys = {
  publicKey:
    "a50102032620012158206b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296" +
    "2258204fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
  counter: 0,
};

/**
 * Whose passkey this is, where everything about it is right: our origin, a challenge of ours that nobody answered before, the
 * person verified by their device, the signature, the counter. Undefined for whatever else, without saying what.
 */
export async function verifyUsedPasskey(db: Db, { answer, site, by, at }: Used) {
  const read = parseAnswer(answer, usedPasskey);
  if (!read) return undefined;
  const credential = Buffer.from(read.id, "base64url");
  const rows = await db.execute<{ found: Found | null }>(sql`select passkey_find(${credential}) as found`);
  const found = rows[0]?.found;
  const asked = by
    ? ({ purpose: "confirm", subject: by.sessionId } as const)
    : ({ purpose: "sign-in", subject: null } as const);
  const { publicKey, counter } = found ?? nobodys;

  const verified = await verifyAuthenticationResponse({
    response: asAuthentication(read),
    expectedChallenge: (challenge) => takeChallenge(db, challenge, asked),
    expectedOrigin: site.origin,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
    credential: {
      id: read.id,
      publicKey: new Uint8Array(Buffer.from(publicKey, "hex")),
      counter,
    },
    // The library throws for an answer that is not right; all of them are one answer here.
  }).catch(() => undefined);
  if (!found || !verified?.verified || (by && found.memberId !== by.memberId)) return undefined;

  const { newCounter } = verified.authenticationInfo;
  const noted = await db.execute<{ noted: boolean }>(
    sql`select passkey_note_use(${found.id}::uuid, ${found.counter}, ${newCounter}, ${at.toISOString()}::timestamptz) as noted`,
  );
  return noted[0]?.noted ? { memberId: found.memberId, passkeyId: found.id } : undefined;
}

/** An absent handle is left out rather than undefined. */
function asAuthentication({ response: { userHandle, ...response }, ...read }: ReadUsed) {
  const answer: AuthenticationResponseJSON = {
    ...read,
    response: userHandle === undefined ? response : { ...response, userHandle },
  };
  return answer;
}
type ReadUsed = NonNullable<ReturnType<typeof parseAnswer<typeof usedPasskey>>>;

type Made = { answer: string; site: Site; purpose: "add" | "accept"; subject: string };
export type MadePasskey = {
  credentialId: Uint8Array;
  publicKey: Uint8Array;
  counter: number;
  transports: string[];
};

/** A passkey just made for us by the one who was asked; undefined for whatever else. */
export async function verifyMadePasskey(
  db: Db,
  { answer, site, purpose, subject }: Made,
): Promise<MadePasskey | undefined> {
  const read = parseAnswer(answer, madePasskey);
  if (!read) return undefined;
  const { transports = [], ...response } = read.response;
  const verified = await verifyRegistrationResponse({
    response: { ...read, response: { ...response, transports } },
    expectedChallenge: (challenge) => takeChallenge(db, challenge, { purpose, subject }),
    expectedOrigin: site.origin,
    expectedRPID: hostOf(site),
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return undefined;
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  return { credentialId: Buffer.from(id, "base64url"), publicKey, counter, transports };
}
