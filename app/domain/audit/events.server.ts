import { and, desc, eq, gte, lt } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { auditEvents } from "~db/schema";
import { mayReadAudit } from "./audit.policy";

type Wanted = {
  /** Only events before this number: the `next` of the page before. */
  before?: number;
  action?: string;
  subjectKind?: string;
  subjectId?: string;
  memberId?: string;
  since?: Date;
  limit?: number;
};

/** The audit log, newest first, for auditors; empty for everyone else. */
export async function listEvents(db: Db, viewer: Viewer, wanted: Wanted = {}) {
  const { before, action, subjectKind, subjectId, memberId, since, limit = 50 } = wanted;
  if (!mayReadAudit(viewer)) return { items: [], next: null };

  const rows = await asViewer(db, viewer, (tx) =>
    tx
      .select({
        seq: auditEvents.seq,
        at: auditEvents.at,
        memberId: auditEvents.memberId,
        organisationId: auditEvents.organisationId,
        action: auditEvents.action,
        subjectKind: auditEvents.subjectKind,
        subjectId: auditEvents.subjectId,
        detail: auditEvents.detail,
      })
      .from(auditEvents)
      .where(
        and(
          before === undefined ? undefined : lt(auditEvents.seq, before),
          action === undefined ? undefined : eq(auditEvents.action, action),
          subjectKind === undefined ? undefined : eq(auditEvents.subjectKind, subjectKind),
          subjectId === undefined ? undefined : eq(auditEvents.subjectId, subjectId),
          memberId === undefined ? undefined : eq(auditEvents.memberId, memberId),
          since && gte(auditEvents.at, since),
        ),
      )
      .orderBy(desc(auditEvents.seq))
      .limit(limit + 1),
  );
  const items = rows.slice(0, limit);
  return { items, next: rows.length > limit ? (items.at(-1)?.seq ?? null) : null };
}
