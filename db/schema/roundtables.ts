import { sql } from "drizzle-orm";
import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";

const roundtableId = () =>
  uuid("roundtable_id")
    .notNull()
    .references(() => roundtables.id, { onDelete: "cascade" });
const organisation = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => organisations.id);
const person = (name: string) => uuid(name).references(() => members.id);

/** A closed session. What is said of it is sealed under its own key; plain is only what must be ordered or compared (decision 365). */
export const roundtables = pgTable("roundtables", {
  id: id(),
  leadId: organisation("lead_id"),
  proposedBy: person("proposed_by").notNull(),
  proposedAt: instant("proposed_at").notNull(),
  /** Title, purpose, agenda, marking and rules, sealed. */
  agenda: bytea("agenda").notNull(),
  /** Of the agenda, under the room's key: what is cleared. */
  agendaHash: text("agenda_hash").notNull(),
  revision: integer("revision").notNull(),
  writtenBy: person("written_by").notNull(),
  writtenAt: instant("written_at").notNull(),
  startsAt: instant("starts_at").notNull(),
  endsAt: instant("ends_at").notNull(),
  timeZone: text("time_zone").notNull(),
  /** Where, or by which link; sealed. */
  place: bytea("place").notNull(),
  /** Of calendars: grows with every change of time or place. */
  sequence: integer("sequence").notNull(),
  movedAt: instant("moved_at").notNull(),
  convenedBy: person("convened_by"),
  convenedAt: instant("convened_at"),
  cancelledBy: person("cancelled_by"),
  cancelledAt: instant("cancelled_at"),
  /** Why it was cancelled, sealed. */
  cancellation: bytea("cancellation"),
  /** Days after its end until its key is destroyed. */
  retentionDays: integer("retention_days").notNull().default(365),
  /** By a chair, or in nobody's name by the clock; so the next. */
  endedBy: person("ended_by"),
  endedAt: instant("ended_at"),
  closedBy: person("closed_by"),
  /** From here on what is sealed does not change. */
  closedAt: instant("closed_at"),
  purgedAt: instant("purged_at"),
});

/** The room's key, sealed by a master key. Without it nothing of the room can be read again. */
export const roundtableKeys = pgTable("roundtable_keys", {
  roundtableId: roundtableId().primaryKey(),
  sealed: bytea("sealed").notNull(),
  /** Of the master key, as `master_keys` counts them. */
  generation: integer("generation").notNull().default(0),
});

/** The authorities that convene: each of them clears. */
export const roundtableAuthorities = pgTable(
  "roundtable_authorities",
  { roundtableId: roundtableId(), authorityId: organisation("authority_id") },
  (t) => [primaryKey({ columns: [t.roundtableId, t.authorityId] })],
);

/** Who of a convening authority has a part in it; nobody else of that authority knows. */
export const roundtableParts = pgTable(
  "roundtable_parts",
  {
    id: id(),
    roundtableId: roundtableId(),
    authorityId: organisation("authority_id"),
    memberId: person("member_id").notNull(),
    part: text("part").$type<"chair" | "clearer" | "rapporteur">().notNull(),
    givenBy: person("given_by").notNull(),
    givenAt: instant("given_at").notNull(),
    endedBy: person("ended_by"),
    endedAt: instant("ended_at"),
  },
  (t) => [
    uniqueIndex("roundtable_parts_once").on(t.roundtableId, t.memberId).where(sql`ended_at is null`),
    index("roundtable_parts_member").on(t.memberId),
  ],
);

/** One authority's word on one agenda. */
export const roundtableClearances = pgTable(
  "roundtable_clearances",
  {
    id: id(),
    roundtableId: roundtableId(),
    authorityId: organisation("authority_id"),
    kind: text("kind").$type<"legal" | "competition">().notNull(),
    memberId: person("member_id").notNull(),
    agendaHash: text("agenda_hash").notNull(),
    clearedAt: instant("cleared_at").notNull(),
    /** What the clearer noted, sealed; null: nothing. */
    note: bytea("note"),
  },
  (t) => [uniqueIndex("roundtable_clearances_once").on(t.roundtableId, t.authorityId, t.kind, t.agendaHash)],
);

/** An institution that is invited, and how many people it may send. It learns of it when the session is convened. */
export const roundtableInvitations = pgTable(
  "roundtable_invitations",
  {
    id: id(),
    roundtableId: roundtableId(),
    organisationId: organisation("organisation_id"),
    seats: integer("seats").notNull(),
    invitedBy: person("invited_by").notNull(),
    invitedAt: instant("invited_at").notNull(),
    withdrawnBy: person("withdrawn_by"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("roundtable_invitations_once")
      .on(t.roundtableId, t.organisationId)
      .where(sql`withdrawn_at is null`),
    index("roundtable_invitations_organisation").on(t.organisationId),
  ],
);

/** A person whom an invited institution sends, and whether they come. */
export const roundtableSeats = pgTable(
  "roundtable_seats",
  {
    id: id(),
    roundtableId: roundtableId(),
    organisationId: organisation("organisation_id"),
    memberId: person("member_id").notNull(),
    namedBy: person("named_by").notNull(),
    namedAt: instant("named_at").notNull(),
    answer: text("answer").$type<"coming" | "not-coming">(),
    answeredAt: instant("answered_at"),
    withdrawnBy: person("withdrawn_by"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [
    uniqueIndex("roundtable_seats_once").on(t.roundtableId, t.memberId).where(sql`withdrawn_at is null`),
    index("roundtable_seats_member").on(t.memberId),
  ],
);

/** What was done in and around one room, for those who convene it. The audit log has the digest of each entry and nothing else. */
export const roundtableEvents = pgTable(
  "roundtable_events",
  {
    id: id(),
    roundtableId: roundtableId(),
    memberId: person("member_id"),
    action: text("action").notNull(),
    about: uuid("about"),
    at: instant("at").notNull(),
    /** What the entry proves besides: the digest of a sealed room. */
    detail: text("detail"),
    salt: bytea("salt").notNull(),
    digest: text("digest").notNull(),
  },
  (t) => [index("roundtable_events_room").on(t.roundtableId)],
);

/** Which reminders of which beginning have gone out. */
export const roundtableReminders = pgTable(
  "roundtable_reminders",
  {
    roundtableId: roundtableId(),
    startsAt: instant("starts_at").notNull(),
    days: integer("days").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.startsAt, t.days] })],
);
