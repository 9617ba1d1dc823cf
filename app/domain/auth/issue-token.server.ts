import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";

type Issue = { memberId: string; name: string; expiresAt: Date; secret: Uint8Array };

/** `secret`: 32 random bytes. The token is shown once; only its hash is kept. */
export async function issueToken(db: Db, { memberId, name, expiresAt, secret }: Issue): Promise<string> {
  const token = `ribera_${encodeBase64urlNoPadding(secret)}`;
  await db.execute(
    sql`select api_token_issue(${hashOf(token)}, ${memberId}::uuid, ${name}, ${expiresAt.toISOString()}::timestamptz)`,
  );
  return token;
}
