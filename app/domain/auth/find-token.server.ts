import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { type Db, oneRow } from "~db/client.server";
import { hashOf } from "./lucia.server";
import type { Scope } from "./scope";

export type FoundToken = { viewer: Member; scopes: Scope[] };

/** Undefined for a token that never was, is over, or whose member no longer stands. */
export async function findToken(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<FoundToken | undefined> {
  const rows = await db
    .select({
      found: sql<{
        viewer: Member | null;
        scopes: Scope[];
      } | null>`api_token_find(${hashOf(token)}, ${at.toISOString()}::timestamptz)`,
    })
    .from(oneRow)
    .prepare("token_find")
    .execute();
  const found = rows[0]?.found;
  return found?.viewer ? { viewer: found.viewer, scopes: found.scopes } : undefined;
}
