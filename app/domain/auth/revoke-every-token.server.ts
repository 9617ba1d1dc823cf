import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";

type Revoked = { by: { memberId: string }; at: Date };

/** Every token of the member's that still works: for whoever no longer knows which are theirs. */
export function revokeEveryToken(db: Db, { by, at }: Revoked) {
  return asViewer(db, by, async (tx) => {
    const rows = await tx.execute<{ revoked: number }>(
      sql`select own_tokens_revoke(${at.toISOString()}::timestamptz) as revoked`,
    );
    const tokens = rows[0]?.revoked ?? 0;
    if (tokens > 0)
      await recordEvent(tx, {
        action: "token.revoked",
        subject: { kind: "member", id: by.memberId },
        detail: { tokens },
        at,
      });
    return done({ tokens });
  });
}
