import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";

export async function findTokenViewer(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<Member | undefined> {
  const rows = await db.execute<{ viewer: Member | null }>(
    sql`select api_token_viewer(${hashOf(token)}, ${at.toISOString()}::timestamptz) as viewer`,
  );
  return rows[0]?.viewer ?? undefined;
}
