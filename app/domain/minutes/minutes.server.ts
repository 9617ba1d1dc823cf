import { eq, sql } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { findRoomSeal, type RoomSeal } from "~/domain/roundtables/room-seal.server";
import type { Agenda } from "~/domain/roundtables/roundtable.form";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  organisations,
  roundtableAuthorities,
  roundtableMinuteApprovals,
  roundtableMinutes,
  roundtables,
} from "~db/schema";
import type { Notes } from "./minutes.form";

type Asking = { id: string; keys: SecretKeys };
export type FoundMinutes = NonNullable<Awaited<ReturnType<typeof findMinutes>>>;

/** The notes of a session as this viewer may read them: until they are shown those who convene it alone. Undefined without the terms accepted. */
export const findMinutes = (db: Db, viewer: Viewer, asking: Asking) =>
  asViewer(db, viewer, (tx) => readMinutes(tx, viewer, asking));

/** The same inside a transaction that says who asks. */
export async function readMinutes(tx: Transaction, viewer: Viewer, { id, keys }: Asking) {
  const [row] = await tx.select().from(roundtables).where(eq(roundtables.id, id));
  const sealed = row && (await findRoomSeal(tx, { roundtableId: id, keys }));
  const [entered] = await tx.execute<{ yes: boolean }>(sql`select viewer_has_entered(${id}::uuid) as yes`);
  if (!row || !sealed || !isMember(viewer) || !entered?.yes) return undefined;
  const agenda = sealed.open<Agenda>("agenda", row.agenda);
  const [minutes] = await tx.select().from(roundtableMinutes).where(eq(roundtableMinutes.roundtableId, id));
  const approvals = await listApprovals(tx, id, minutes?.notesHash ?? "");
  return {
    id,
    title: agenda.title,
    tlp: agenda.tlp,
    chathamHouse: agenda.chathamHouse,
    agenda: agenda.items.map(({ title }) => title),
    startsAt: row.startsAt,
    endedAt: row.endedAt,
    closedAt: row.closedAt,
    notes: minutes ? sealed.open<Notes>("minutes", minutes.notes) : null,
    revision: minutes?.revision ?? 0,
    submittedAt: minutes?.submittedAt ?? null,
    commentsUntil: minutes?.commentsUntil ?? null,
    /** Of the notes as they stand: each convening authority, and when it approved them. */
    approvals,
    approved: minutes !== undefined && approvals.every(({ approvedAt }) => approvedAt !== null),
    comments: await listComments(tx, id, sealed),
  };
}

const listApprovals = (tx: Transaction, id: string, notesHash: string) =>
  tx
    .select({
      authorityId: organisations.id,
      shortName: organisations.shortName,
      approvedAt: roundtableMinuteApprovals.approvedAt,
    })
    .from(roundtableAuthorities)
    .innerJoin(organisations, eq(organisations.id, roundtableAuthorities.authorityId))
    .leftJoin(
      roundtableMinuteApprovals,
      sql`${roundtableMinuteApprovals.roundtableId} = ${roundtableAuthorities.roundtableId} and ${roundtableMinuteApprovals.authorityId} = ${roundtableAuthorities.authorityId} and ${roundtableMinuteApprovals.notesHash} = ${notesHash}`,
    )
    .where(eq(roundtableAuthorities.roundtableId, id))
    .orderBy(alphabetically(organisations.shortName));

async function listComments(tx: Transaction, id: string, sealed: RoomSeal) {
  const rows = await tx.execute<{
    id: string;
    item: number | null;
    member_id: string;
    name: string;
    organisation: string;
    words: Uint8Array;
    at: string;
  }>(
    sql`select id, item, member_id, name, organisation, words, at from roundtable_minute_comments_told(${id}::uuid)`,
  );
  return rows.map(({ member_id, words, at, ...one }) => ({
    ...one,
    memberId: member_id,
    words: sealed.open<string>("comment", words),
    at: new Date(at),
  }));
}
