import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { type LegalCover, legalCoverOf } from "~/domain/organisations/legal-cover";
import { dayOf } from "~/domain/vetting/vetting";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  members,
  organisations,
  roomFloors,
  roundtableAuthorities,
  roundtableClearances,
  roundtableInvitations,
  roundtableParts,
  roundtables,
} from "~db/schema";
import { findRoomSeal, type RoomSeal } from "./room-seal.server";
import { clearanceKinds, purgeDate, type SeatAnswer, stateOf } from "./roundtable";
import type { Agenda, Place } from "./roundtable.form";

type Asking = { keys: SecretKeys; at: Date };
type Row = typeof roundtables.$inferSelect;

export type RoundtableItem = Awaited<ReturnType<typeof listRoundtables>>[number];

/** The sessions that this viewer is in, what comes next first. */
export function listRoundtables(db: Db, viewer: Viewer, { keys, at }: Asking) {
  return asViewer(db, viewer, async (tx) => {
    if (!isMember(viewer)) return [];
    const rows = await tx
      .select()
      .from(roundtables)
      .orderBy(
        sql`${roundtables.endsAt} <= ${at.toISOString()}::timestamptz`,
        asc(roundtables.startsAt),
        asc(roundtables.id),
      );
    const items = [];
    for (const row of rows) {
      const sealed = await findRoomSeal(tx, { roundtableId: row.id, keys });
      if (!sealed) continue;
      const { title } = sealed.open<Agenda>("agenda", row.agenda);
      const own = await ownSeat(tx, row.id, viewer.memberId);
      const part = own ? null : await ownPart(tx, row.id, viewer.memberId);
      items.push({
        ...datesOf(row),
        id: row.id,
        title,
        state: stateOf(row, { cleared: await isCleared(tx, row), opened: await isOpened(tx, row), at }),
        own,
        /** Of those who convene it. */
        part,
      });
    }
    return items;
  });
}

const datesOf = (row: Row) => ({
  startsAt: row.startsAt,
  endsAt: row.endsAt,
  timeZone: row.timeZone,
  sequence: row.sequence,
  movedAt: row.movedAt,
  convenedAt: row.convenedAt,
  cancelledAt: row.cancelledAt,
  endedAt: row.endedAt,
  purgeAt: purgeDate(row),
});

async function isCleared(tx: Transaction, { id }: Row) {
  const [row] = await tx.execute<{ yes: boolean }>(sql`select roundtable_cleared(${id}::uuid) as yes`);
  return row?.yes ?? false;
}

/** Who has not entered is not told. */
async function isOpened(tx: Transaction, { id }: Row) {
  const [floor] = await tx
    .select({ openedAt: roomFloors.openedAt })
    .from(roomFloors)
    .where(eq(roomFloors.roundtableId, id));
  return Boolean(floor?.openedAt);
}

async function ownSeat(tx: Transaction, roundtableId: string, memberId: string) {
  return (await listSeats(tx, roundtableId)).find((seat) => seat.memberId === memberId) ?? null;
}

async function ownPart(tx: Transaction, roundtableId: string, memberId: string) {
  return (await listParts(tx, roundtableId)).find((one) => one.memberId === memberId)?.part ?? null;
}

type SeatRow = {
  id: string;
  organisation_id: string;
  member_id: string;
  name: string;
  answer: SeatAnswer | null;
};

async function listSeats(tx: Transaction, roundtableId: string) {
  const rows = await tx.execute<SeatRow>(
    sql`select id, organisation_id, member_id, name, answer from roundtable_attendance(${roundtableId}::uuid) order by named_at, id`,
  );
  return rows.map(({ id, organisation_id, member_id, name, answer }) => ({
    id,
    organisationId: organisation_id,
    memberId: member_id,
    name,
    answer,
  }));
}

export type FoundRoundtable = NonNullable<Awaited<ReturnType<typeof findRoundtable>>>;

/** One session as this viewer may know it: to those who convene it all of it, to an institution its own part. */
export function findRoundtable(db: Db, viewer: Viewer, { id, keys, at }: Asking & { id: string }) {
  return asViewer(db, viewer, async (tx) => {
    const [row] = await tx.select().from(roundtables).where(eq(roundtables.id, id));
    const sealed = row && (await findRoomSeal(tx, { roundtableId: id, keys }));
    if (!row || !sealed || !isMember(viewer)) return undefined;
    const [parts, clearances, invitations, authorities, seats] = [
      await listParts(tx, id),
      await listClearances(tx, row, sealed),
      await listInvited(tx, id, at),
      await listConvening(tx, id),
      await listSeats(tx, id),
    ];
    return {
      ...datesOf(row),
      id,
      agenda: sealed.open<Agenda>("agenda", row.agenda),
      place: sealed.open<Place>("place", row.place),
      cancellation: row.cancellation && sealed.open<Text>("cancellation", row.cancellation),
      revision: row.revision,
      writtenBy: row.writtenBy,
      leadId: row.leadId,
      state: stateOf(row, { cleared: await isCleared(tx, row), opened: await isOpened(tx, row), at }),
      authorities,
      /** Empty to whoever does not convene, as the next. */
      parts,
      clearances,
      invitations: invitations.map((one) => ({
        ...one,
        attendees: seats.filter(({ organisationId }) => organisationId === one.organisationId),
      })),
      own: seats.find(({ memberId }) => memberId === viewer.memberId) ?? null,
    };
  });
}

const listConvening = (tx: Transaction, roundtableId: string) =>
  tx
    .select({
      id: organisations.id,
      shortName: organisations.shortName,
      name: { es: organisations.nameEs, en: organisations.nameEn },
    })
    .from(roundtableAuthorities)
    .innerJoin(organisations, eq(organisations.id, roundtableAuthorities.authorityId))
    .where(eq(roundtableAuthorities.roundtableId, roundtableId))
    .orderBy(alphabetically(organisations.shortName));

const listParts = (tx: Transaction, roundtableId: string) =>
  tx
    .select({
      id: roundtableParts.id,
      memberId: roundtableParts.memberId,
      name: members.name,
      authorityId: roundtableParts.authorityId,
      part: roundtableParts.part,
    })
    .from(roundtableParts)
    .innerJoin(members, eq(members.id, roundtableParts.memberId))
    .where(and(eq(roundtableParts.roundtableId, roundtableId), isNull(roundtableParts.endedAt)))
    .orderBy(asc(roundtableParts.givenAt), alphabetically(members.name));

/** Of the agenda as it stands; what was cleared before it was changed does not count. */
async function listClearances(tx: Transaction, { id, agendaHash }: Row, sealed: RoomSeal) {
  const rows = await tx
    .select({
      id: roundtableClearances.id,
      kind: roundtableClearances.kind,
      authorityId: roundtableClearances.authorityId,
      memberId: roundtableClearances.memberId,
      name: members.name,
      clearedAt: roundtableClearances.clearedAt,
      note: roundtableClearances.note,
    })
    .from(roundtableClearances)
    .leftJoin(members, eq(members.id, roundtableClearances.memberId))
    .where(and(eq(roundtableClearances.roundtableId, id), eq(roundtableClearances.agendaHash, agendaHash)))
    .orderBy(asc(roundtableClearances.clearedAt));
  return rows
    .filter(({ kind }) => clearanceKinds.includes(kind))
    .map(({ note, ...row }) => ({ ...row, note: note && sealed.open<string>("note", note) }));
}

/** Institutions with what covers each, as it is recorded now. */
async function listInvited(tx: Transaction, roundtableId: string, at: Date) {
  const rows = await tx
    .select({ organisation: organisations, seats: roundtableInvitations.seats })
    .from(roundtableInvitations)
    .innerJoin(organisations, eq(organisations.id, roundtableInvitations.organisationId))
    .where(
      and(eq(roundtableInvitations.roundtableId, roundtableId), isNull(roundtableInvitations.withdrawnAt)),
    )
    .orderBy(alphabetically(organisations.shortName));
  return rows.map(({ organisation, seats }) => ({
    organisationId: organisation.id,
    shortName: organisation.shortName,
    jurisdiction: organisation.jurisdiction,
    seats,
    cover: legalCoverOf(organisation, dayOf(at)) satisfies LegalCover,
  }));
}
