import { sql } from "drizzle-orm";
import { asViewer, type Db } from "~db/client.server";
import { isPassword } from "./password.server";
import { unseal } from "./seal.server";
import { totpStep } from "./totp.server";

type Kept = {
  memberId: string;
  passwordHash: string | null;
  sealedSecret: string | null;
  lastStep: number | null;
};

export async function findSecretsByEmail(db: Db, email: string): Promise<Kept | null> {
  const rows = await db.execute<{ found: Kept | null }>(sql`select secrets_by_email(${email}) as found`);
  return rows[0]?.found ?? null;
}

export const findOwnSecrets = (db: Db, by: { memberId: string }) =>
  asViewer(db, by, async (tx): Promise<Kept | null> => {
    const rows = await tx.execute<{ found: Kept | null }>(sql`select own_secrets() as found`);
    return rows[0]?.found ?? null;
  });

// Compared with where there is no secret, so that the answer takes as long.
const nobodys = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

type Typed = { password: string; code: string; totpKey: Uint8Array; at: Date };

/** Password and code, both or nothing; the code is used up. As slow for nobody's account as for somebody's. */
export async function arePasswordAndCode(
  db: Db,
  kept: Kept | null,
  { password, code, totpKey, at }: Typed,
): Promise<boolean> {
  const right = await isPassword(password, kept?.passwordHash ?? null);
  const sealed = kept?.sealedSecret ? Buffer.from(kept.sealedSecret, "hex") : undefined;
  const secret = sealed && kept && unseal(sealed, { key: totpKey, about: kept.memberId });
  const step = totpStep({ secret: secret ?? nobodys, code, at });
  if (!right || !kept || secret === undefined || step === undefined) return false;
  const rows = await db.execute<{ taken: boolean }>(
    sql`select totp_take(${kept.memberId}::uuid, ${step}) as taken`,
  );
  return rows[0]?.taken ?? false;
}
