import { date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";
import { roundtables } from "./roundtables";

// What comes after a session. Every `bytea` is sealed by the room's key.

const roundtableId = () =>
  uuid("roundtable_id")
    .notNull()
    .references(() => roundtables.id, { onDelete: "cascade" });
const person = (name: string) => uuid(name).references(() => members.id);
const organisation = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => organisations.id);

/** The notes of a session, by item of its agenda, in both languages. */
export const roundtableMinutes = pgTable("roundtable_minutes", {
  roundtableId: roundtableId().primaryKey(),
  notes: bytea("notes").notNull(),
  /** Of the notes, under the room's key: what is approved. */
  notesHash: text("notes_hash").notNull(),
  revision: integer("revision").notNull(),
  writtenBy: person("written_by").notNull(),
  writtenAt: instant("written_at").notNull(),
  /** Since when everyone in the room reads them. */
  submittedAt: instant("submitted_at"),
  /** Until when they may comment; nobody approves before. */
  commentsUntil: instant("comments_until"),
});

/** What a participant said of the notes; read by those who convene and by its writer. */
export const roundtableMinuteComments = pgTable(
  "roundtable_minute_comments",
  {
    id: id(),
    roundtableId: roundtableId(),
    /** Of the agenda, from 0; null: the notes as a whole. */
    item: integer("item"),
    memberId: person("member_id").notNull(),
    organisationId: organisation("organisation_id"),
    words: bytea("words").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("roundtable_minute_comments_room").on(t.roundtableId)],
);

/** One convening authority's word on the notes as they stood. */
export const roundtableMinuteApprovals = pgTable(
  "roundtable_minute_approvals",
  {
    roundtableId: roundtableId(),
    authorityId: organisation("authority_id"),
    notesHash: text("notes_hash").notNull(),
    memberId: person("member_id").notNull(),
    approvedAt: instant("approved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.authorityId, t.notesHash] })],
);

/** What an organisation took upon itself in a session. It goes on after the record is sealed. */
export const roundtableCommitments = pgTable(
  "roundtable_commitments",
  {
    id: id(),
    roundtableId: roundtableId(),
    organisationId: organisation("organisation_id"),
    words: bytea("words").notNull(),
    due: date("due").notNull(),
    madeBy: person("made_by").notNull(),
    madeAt: instant("made_at").notNull(),
    state: text("state").$type<"open" | "met" | "dropped">().notNull(),
    settledBy: person("settled_by"),
    settledAt: instant("settled_at"),
    /** What was done, or why not; sealed. */
    settlement: bytea("settlement"),
  },
  (t) => [index("roundtable_commitments_room").on(t.roundtableId)],
);

/** Which reminders of a commitment have gone out: days before it is due. */
export const roundtableCommitmentReminders = pgTable(
  "roundtable_commitment_reminders",
  {
    commitmentId: uuid("commitment_id")
      .notNull()
      .references(() => roundtableCommitments.id, { onDelete: "cascade" }),
    roundtableId: roundtableId(),
    days: integer("days").notNull(),
  },
  (t) => [primaryKey({ columns: [t.commitmentId, t.days] })],
);
