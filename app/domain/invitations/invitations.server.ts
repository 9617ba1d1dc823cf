import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import type { FoundInvitation } from "./invitation";
import { hashOfToken } from "./invitation-token.server";

/** The invitation of this link in whatever state; nothing for a link that is none, or that a newer one replaced. */
export async function findInvitationByToken(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<FoundInvitation | undefined> {
  const [row] = await db.execute<{ found: FoundInvitation | null }>(
    sql`select invitation_find(${hashOfToken(token)}, ${at.toISOString()}::timestamptz) as found`,
  );
  return row?.found ?? undefined;
}
