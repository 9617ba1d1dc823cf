import { encodeBase64urlNoPadding } from "@oslojs/encoding";
import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";
import type { Scope } from "./scope";

type Issue = {
  memberId: string;
  name: string;
  scopes: readonly Scope[];
  expiresAt: Date;
  /** 32 random bytes. */
  secret: Uint8Array;
};

/** The token is shown once; only its hash is kept. Whoever calls has seen to it that the person just confirmed who they are. */
export async function issueToken(
  db: Db,
  { memberId, name, scopes, expiresAt, secret }: Issue,
): Promise<string> {
  const token = `ribera_${encodeBase64urlNoPadding(secret)}`;
  const granted = sql.param(`{${scopes.join(",")}}`);
  await db.execute(
    sql`select api_token_issue(${hashOf(token)}, ${memberId}::uuid, ${name}, ${granted}::text[], ${expiresAt.toISOString()}::timestamptz)`,
  );
  return token;
}
