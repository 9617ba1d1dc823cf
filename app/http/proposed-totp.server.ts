import { randomBytes } from "node:crypto";
import { type ProposedTotp, proposedBefore, proposeTotp } from "~/domain/auth/propose-totp.server";
import { secretKeys } from "./secret-keys.server";

/** A new proposal, or the one that a form carried, when it was one of ours for this account. */
export async function totpFor(
  account: string,
  carried = "",
): Promise<{ totp: ProposedTotp; known: boolean }> {
  const setupKey = (await secretKeys())("totp-setup");
  const before = carried === "" ? undefined : proposedBefore(carried, { account, setupKey });
  return before
    ? { totp: before, known: true }
    : { totp: proposeTotp({ account, setupKey, random: randomBytes(20) }), known: false };
}
