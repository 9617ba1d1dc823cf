import { and, desc, eq, isNull } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { clearanceExceptions } from "~db/schema";

/** The written exception in force at the viewer's authority, if there is one. */
export async function findClearanceException(db: Db, viewer: Member) {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({
        severalKinds: clearanceExceptions.severalKinds,
        approvalsNeeded: clearanceExceptions.approvalsNeeded,
        reason: clearanceExceptions.reason,
        setAt: clearanceExceptions.setAt,
      })
      .from(clearanceExceptions)
      .where(
        and(
          eq(clearanceExceptions.organisationId, viewer.organisationId),
          isNull(clearanceExceptions.endedAt),
        ),
      )
      .orderBy(desc(clearanceExceptions.setAt))
      .limit(1),
  );
  return row;
}
