import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";
import type { Scope } from "./scope";

export type FoundToken = { viewer: Member; scopes: Scope[] };

/** Undefined for a token that never was, is over, or whose member no longer stands. */
export async function findToken(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<FoundToken | undefined> {
  const rows = await db.execute<{ found: { viewer: Member | null; scopes: Scope[] } | null }>(
    sql`select api_token_find(${hashOf(token)}, ${at.toISOString()}::timestamptz) as found`,
  );
  const found = rows[0]?.found;
  return found?.viewer ? { viewer: found.viewer, scopes: found.scopes } : undefined;
}
