import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";
import { roundtables } from "./roundtables";

const roundtableId = () =>
  uuid("roundtable_id")
    .notNull()
    .references(() => roundtables.id, { onDelete: "cascade" });
const memberId = () =>
  uuid("member_id")
    .notNull()
    .references(() => members.id);

/** The keys that seal the rooms' keys, one after the other. The keys themselves are in the environment or the data folder. */
export const masterKeys = pgTable("master_keys", {
  /** 0: derived from the installation's secret. */
  generation: integer("generation").primaryKey(),
  /** Of the key; nothing of it can be told from this. */
  fingerprint: text("fingerprint").notNull().unique(),
  holdsFrom: instant("holds_from").notNull(),
  /** Since when a room whose key it sealed is purged: it has to go, for copies of that key may lie anywhere. */
  spentAt: instant("spent_at"),
  /** Since when no room's key is sealed by it. */
  retiredAt: instant("retired_at"),
});

/** What was sealed at the close: of each part of the record how many rows and their digest, and one digest of all. */
export const roundtableSeals = pgTable("roundtable_seals", {
  roundtableId: roundtableId().primaryKey(),
  manifest: jsonb("manifest")
    .$type<{ part: string; columns: string[]; rows: number; digest: string }[]>()
    .notNull(),
  digest: text("digest").notNull(),
});

/** One officer's word for or against a legal hold; two of each make it and end it. */
export const roundtableHoldWords = pgTable(
  "roundtable_hold_words",
  {
    id: id(),
    roundtableId: roundtableId(),
    /** Names the hold. */
    hold: uuid("hold").notNull(),
    step: text("step").$type<"place" | "lift">().notNull(),
    memberId: memberId(),
    saidAt: instant("said_at").notNull(),
    /** Sealed. */
    reason: bytea("reason").notNull(),
  },
  (t) => [
    uniqueIndex("roundtable_hold_words_once").on(t.hold, t.step, t.memberId),
    index("roundtable_hold_words_room").on(t.roundtableId),
  ],
);

/** Every copy that left the room: who took what, and when. It outlives the room's key. */
export const roundtableDisclosures = pgTable(
  "roundtable_disclosures",
  {
    id: id(),
    roundtableId: roundtableId(),
    memberId: memberId(),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    what: text("what").$type<"record" | "minutes" | "file">().notNull(),
    /** The row that it was of. */
    about: uuid("about"),
    at: instant("at").notNull(),
  },
  (t) => [index("roundtable_disclosures_room").on(t.roundtableId, t.at)],
);

/** Files of purged rooms that are still to be taken away. */
export const fileRemovals = pgTable("file_removals", {
  storedAs: text("stored_as").primaryKey(),
});
