import { sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { done } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";

/** `sessionId`: of whoever asks; null where a program does, which has none. */
type Ended = { by: { memberId: string; sessionId: string | null }; at: Date };

/** Every session of the member's but the one that asks. */
export function endOtherSessions(db: Db, { by, at }: Ended) {
  return asViewer(db, by, async (tx) => {
    const rows = await tx.execute<{ ended: number }>(
      sql`select own_sessions_end(${by.sessionId}::uuid) as ended`,
    );
    const sessions = rows[0]?.ended ?? 0;
    if (sessions > 0)
      await recordEvent(tx, {
        action: "session.ended",
        subject: { kind: "member", id: by.memberId },
        detail: { sessions },
        at,
      });
    return done({ sessions });
  });
}
