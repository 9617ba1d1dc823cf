import { generateAuthenticationOptions } from "@simplewebauthn/server";
import type { Db } from "~db/client.server";
import { keepChallenge } from "./challenges.server";
import { listPasskeys } from "./own-sign-in.server";
import { hostOf, type Site } from "./site";

type Asked = {
  site: Site;
  /** Whose passkey is asked for, to confirm who they are; null to sign in, where any member's will do. */
  by: { memberId: string; sessionId: string } | null;
};

/** What the browser needs to ask for a passkey. Nobody types a name: the passkey says whose it is. */
export async function askForPasskey(db: Db, { site, by }: Asked) {
  const own = by ? await listPasskeys(db, by) : [];
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: "required",
    allowCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
  });
  await keepChallenge(db, options.challenge, {
    purpose: by ? "confirm" : "sign-in",
    subject: by?.sessionId ?? null,
  });
  return options;
}
