import { seal, unseal } from "./seal.server";
import { newTotpSecret, totpAddress } from "./totp.server";

export type ProposedTotp = {
  /** Carried by the form, so that opening the page keeps nothing: only we can make or open it. */
  sealed: string;
  secret: string;
  /** What the QR code says. */
  address: string;
};

type Proposal = { account: string; setupKey: Uint8Array; random: Uint8Array };

/** A secret for an authenticator application, not kept until a code of it was typed. `random`: 20 bytes. */
export function proposeTotp({ account, setupKey, random }: Proposal): ProposedTotp {
  return proposed(newTotpSecret(random), account, setupKey);
}

/** The same proposal again, when something else in the form was wrong: nobody scans twice. */
export function proposedBefore(
  sealed: string,
  { account, setupKey }: Omit<Proposal, "random">,
): ProposedTotp | undefined {
  const secret = unseal(Buffer.from(sealed, "base64url"), { key: setupKey, about: account });
  return secret === undefined ? undefined : proposed(secret, account, setupKey);
}

const proposed = (secret: string, account: string, key: Uint8Array): ProposedTotp => ({
  secret,
  sealed: seal(secret, { key, about: account }).toString("base64url"),
  address: totpAddress(secret, account),
});
