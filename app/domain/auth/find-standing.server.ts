import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

type Asked = { memberId: string; sessionId: string };

/** The member of this session as they stand now, null when it or they no longer do. Looking is no use of the session: it ends when it would have. */
export const findStanding = (db: Db, { memberId, sessionId }: Asked): Promise<Member | null> =>
  asViewer(db, { memberId }, async (tx) => {
    const rows = await tx.execute<{ viewer: Member | null }>(
      sql`select own_session_viewer(${sessionId}::uuid) as viewer`,
    );
    return rows[0]?.viewer ?? null;
  });
