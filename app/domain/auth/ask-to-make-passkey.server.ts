import { createHash } from "node:crypto";
import { generateRegistrationOptions } from "@simplewebauthn/server";
import type { Db } from "~db/client.server";
import { keepChallenge } from "./challenges.server";
import { listPasskeys } from "./own-sign-in.server";
import { hostOf, type Site } from "./site";

type Asked = {
  site: Site;
  /** A member adds one, in this session; or the holder of an invitation makes their first. */
  whose:
    | { purpose: "add"; memberId: string; sessionId: string }
    | { purpose: "accept"; invitationId: string };
  /** As the authenticator lists it. */
  account: string;
  name: string;
};

/** What the browser needs to make a passkey: one that can be found without a name, and that asks for finger, face or PIN. */
export async function askToMakePasskey(db: Db, { site, whose, account, name }: Asked) {
  const own = whose.purpose === "add" ? await listPasskeys(db, whose) : [];
  const options = await generateRegistrationOptions({
    rpName: "Ribera",
    rpID: hostOf(site),
    userName: account,
    userDisplayName: name,
    // Another passkey of the same person in the same authenticator takes the place of the one before.
    userID: new Uint8Array(createHash("sha256").update(account).digest()),
    attestationType: "none",
    excludeCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  await keepChallenge(db, options.challenge, {
    purpose: whose.purpose,
    subject: whose.purpose === "add" ? whose.sessionId : whose.invitationId,
  });
  return options;
}
