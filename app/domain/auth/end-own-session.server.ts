import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";

type Ended = { by: { memberId: string }; sessionId: string; at: Date };

/** One of the member's own sessions, in whatever browser. */
export function endOwnSession(db: Db, { by, sessionId, at }: Ended) {
  return asViewer(db, by, async (tx) => {
    const rows = await tx.execute<{ ended: boolean }>(
      sql`select own_session_end(${sessionId}::uuid) as ended`,
    );
    if (!rows[0]?.ended) return refused("not_found");
    await recordEvent(tx, {
      action: "session.ended",
      subject: { kind: "member", id: by.memberId },
      detail: { sessions: 1 },
      at,
    });
    return done(undefined);
  });
}
