import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { AdoptionState, ItemValues } from "~/domain/adoption/adoption";
import { id, instant } from "../columns";
import { advisories, indicators } from "./advisories";
import { members } from "./members";
import { organisations } from "./organisations";

const person = (name: string) => uuid(name).references(() => members.id);

/** An institution's private work on one advisory (decision 235). */
export const adoptionBoards = pgTable(
  "adoption_boards",
  {
    id: id(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    advisoryId: uuid("advisory_id")
      .notNull()
      .references(() => advisories.id),
    /** As it was when they began: what they call it if the advisory is closed to them one day. */
    number: text("number").notNull(),
    begunBy: person("begun_by").notNull(),
    begunAt: instant("begun_at").notNull(),
  },
  (t) => [
    unique("adoption_boards_once").on(t.organisationId, t.advisoryId),
    unique("adoption_boards_owned").on(t.id, t.organisationId),
  ],
);

const ofBoard = () => ({
  boardId: uuid("board_id").notNull(),
  organisationId: uuid("organisation_id").notNull(),
});
const boardOf = (t: { boardId: AnyPgColumn; organisationId: AnyPgColumn }, name: string) =>
  foreignKey({
    name,
    columns: [t.boardId, t.organisationId],
    foreignColumns: [adoptionBoards.id, adoptionBoards.organisationId],
  });

/** That the institution has received a version, by whom and when. */
export const adoptionAcknowledgements = pgTable(
  "adoption_acknowledgements",
  {
    ...ofBoard(),
    version: integer("version").notNull(),
    memberId: person("member_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.boardId, t.version] }), boardOf(t, "adoption_acknowledgements_board")],
);

/** What the institution does about one red flag; without a row nothing has been said of it. */
export const adoptionItems = pgTable(
  "adoption_items",
  {
    ...ofBoard(),
    indicatorId: uuid("indicator_id")
      .notNull()
      .references(() => indicators.id),
    publicId: text("public_id").notNull(),
    state: text("state").$type<AdoptionState>().notNull().default("not-started"),
    ownerId: person("owner_id"),
    dueOn: date("due_on"),
    note: text("note").notNull().default(""),
    /** Grows by one with every change. */
    revision: integer("revision").notNull().default(0),
    /** The version of the advisory that this was last held against. */
    reviewedVersion: integer("reviewed_version").notNull(),
    changedBy: person("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
    /** Since when the state is what it is; null while not started. */
    decidedAt: instant("decided_at"),
    /** When somebody else gave it to its owner; null where there is nobody to tell. */
    assignedAt: instant("assigned_at"),
    /** What the owner was told of, by the job alone. */
    toldAssignedAt: instant("told_assigned_at"),
    toldDueOn: date("told_due_on"),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.indicatorId] }),
    boardOf(t, "adoption_items_board"),
    index("adoption_items_owner").on(t.ownerId).where(sql`state = 'not-started' and owner_id is not null`),
  ],
);

/** What was and what became of it, append-only: what two people wrote at once, and what a bulk change undid, are here. */
export const adoptionChanges = pgTable(
  "adoption_changes",
  {
    ...ofBoard(),
    indicatorId: uuid("indicator_id").notNull(),
    /** Of the item, after this change. */
    revision: integer("revision").notNull(),
    /** One act, however many red flags. */
    batchId: uuid("batch_id").notNull(),
    memberId: person("member_id").notNull(),
    at: instant("at").notNull(),
    before: jsonb("before").$type<ItemValues>().notNull(),
    after: jsonb("after").$type<ItemValues>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.boardId, t.indicatorId, t.revision] }),
    boardOf(t, "adoption_changes_board"),
    index("adoption_changes_batch").on(t.batchId),
  ],
);
