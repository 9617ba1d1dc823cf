import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { hashOf } from "./lucia.server";
import type { AddressKind } from "./own-sign-in.server";

type Address = { kind: AddressKind; token: string; at: Date };

/** Whose address this is; undefined for one that never was, is over, opens something else, or whose member no longer stands. */
export async function findAddressReader(db: Db, { kind, token, at }: Address): Promise<Member | undefined> {
  const rows = await db.execute<{ viewer: Member | null }>(
    sql`select feed_token_find(${hashOf(token)}, ${kind}, ${at.toISOString()}::timestamptz) as viewer`,
  );
  return rows[0]?.viewer ?? undefined;
}
