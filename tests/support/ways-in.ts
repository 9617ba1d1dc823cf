import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import { issueRecoveryCodes } from "~/domain/auth/issue-recovery-codes.server";
import { keepPasswordAndTotp } from "~/domain/auth/keep-password-and-totp.server";
import { newPassword } from "~/domain/auth/password.server";
import { openSecretKeys, type SecretKeys } from "~/domain/auth/secret-key.server";
import { newTotpSecret } from "~/domain/auth/totp.server";
import type { Member } from "~/domain/members/viewer";
import { asViewer } from "~db/client.server";
import { value } from "./desk";
import { totpOf } from "./totp";
import type { World } from "./world";

export const password = "lluvia teclado oriente 47 bisagra";
export const visit = {
  secure: false,
  idleMinutes: 60,
  hours: 12,
  device: "Firefox · Linux",
  deviceSecret: "d",
};

/** The keys of an installation of its own. */
export const newKeys = () => openSecretKeys({ dataDir: "", secret: randomBytes(32).toString("base64") });
/** An address from which nobody else tries. */
export const somewhere = () => randomBytes(8).toString("hex");

let hash: string | undefined;

/** Gives this member a password with its authenticator, and recovery codes; the code of the minute before `at` is used up. */
export async function withPassword(world: World, keys: SecretKeys, member: Member, at = new Date()) {
  const { memberId } = member;
  const secret = newTotpSecret(randomBytes(20));
  hash ??= value(await newPassword(password, []));
  const passwordHash = hash;
  const codes = await asViewer(world.db, member, async (tx) => {
    const code = totpOf(secret, new Date(at.getTime() - 30_000));
    const kept = await keepPasswordAndTotp(tx, {
      memberId,
      passwordHash,
      secret,
      code,
      totpKey: keys("totp"),
      at,
    });
    expect(kept.ok).toBe(true);
    return issueRecoveryCodes(tx, { memberId, recoveryKey: keys("recovery"), random: randomBytes(160), at });
  });
  const [row] = await world.owner<{ email: string }[]>`select email from members where id = ${memberId}`;
  return { member, secret, codes, email: row?.email ?? "" };
}
