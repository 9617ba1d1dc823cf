import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";

type Revoked = { by: { memberId: string }; tokenId: string; at: Date };

export function revokeToken(db: Db, { by, tokenId, at }: Revoked) {
  return asViewer(db, by, async (tx) => {
    const rows = await tx.execute<{ revoked: boolean }>(
      sql`select own_token_revoke(${tokenId}::uuid, ${at.toISOString()}::timestamptz) as revoked`,
    );
    if (!rows[0]?.revoked) return refused("not_found");
    await recordEvent(tx, { action: "token.revoked", subject: { kind: "member", id: by.memberId }, at });
    return done(undefined);
  });
}
