import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";

type Revoked = { by: { memberId: string }; addressId: string; at: Date };

export function revokeCalendarAddress(db: Db, { by, addressId, at }: Revoked) {
  return asViewer(db, by, async (tx) => {
    const rows = await tx.execute<{ revoked: boolean }>(
      sql`select own_feed_token_revoke(${addressId}::uuid, ${at.toISOString()}::timestamptz) as revoked`,
    );
    if (!rows[0]?.revoked) return refused("not_found");
    await recordEvent(tx, {
      action: "calendar_address.revoked",
      subject: { kind: "member", id: by.memberId },
      at,
    });
    return done(undefined);
  });
}
