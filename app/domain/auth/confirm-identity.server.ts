import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { forgetAttempts, type Trying, takeAttempt } from "./attempts.server";
import type { SecretKeys } from "./secret-key.server";
import { arePasswordAndCode, findOwnSecrets } from "./secrets.server";
import type { Site } from "./site";
import { verifyUsedPasskey } from "./verify-passkey.server";

type Confirmation = {
  by: { memberId: string; sessionId: string };
  proof: { passkey: string } | { password: string; code: string };
  site: Site;
  address: string;
  keys: SecretKeys;
  at: Date;
};

/** Whoever is signed in proves once more that it is they; it holds for ten minutes, in this session alone. */
export async function confirmIdentity(db: Db, { by, proof, site, address, keys, at }: Confirmation) {
  const trying: Trying = {
    purpose: "confirm",
    account: by.memberId,
    address,
    key: keys("attempts"),
  };
  const limited = await takeAttempt(db, trying);
  if (limited) return limited;

  const proved =
    "passkey" in proof
      ? (await verifyUsedPasskey(db, { answer: proof.passkey, site, by, at })) !== undefined
      : await arePasswordAndCode(db, await findOwnSecrets(db, by), { ...proof, totpKey: keys("totp"), at });
  const subject = { kind: "member", id: by.memberId };
  if (!proved) {
    await asViewer(db, by, (tx) => recordEvent(tx, { action: "confirmation.refused", subject, at }));
    return refused("passkey" in proof ? "passkey_not_taken" : "confirmation_refused");
  }
  await forgetAttempts(db, trying);
  await asViewer(db, by, async (tx) => {
    await tx.execute(sql`select session_confirm(${by.sessionId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordEvent(tx, {
      action: "identity.confirmed",
      subject,
      detail: { way: "passkey" in proof ? "passkey" : "password" },
      at,
    });
  });
  return done(undefined);
}
