import { date, index, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Text } from "~/domain/advisories/advisory.form";
import { bytea, id, instant } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";
import { roundtables } from "./roundtables";

/** A red flag or a typology that somebody of an authority puts before its desk. Nobody's name is on any of them, and each week's come together (decision 444). */
export const proposals = pgTable(
  "proposals",
  {
    id: id(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    kind: text("kind").$type<"red-flag" | "typology">().notNull(),
    /** Of a typology; a red flag has none. */
    name: jsonb("name").$type<Text>().notNull(),
    words: jsonb("words").$type<Text>().notNull(),
    /** Why it is needed; may be empty. */
    reason: jsonb("reason").$type<Text>().notNull(),
    /** The number of an advisory or the code of a typology; empty: of none. */
    concerns: text("concerns").notNull(),
    arrivesOn: date("arrives_on").notNull(),
    arrivedOn: date("arrived_on"),
    outcome: text("outcome").$type<"taken-up" | "declined">(),
    /** In which draft or typology it went on. */
    takenInto: text("taken_into"),
    declined: jsonb("declined").$type<Text>(),
    settledBy: uuid("settled_by").references(() => members.id),
    settledAt: instant("settled_at"),
    /** Of the word by which whoever sent it asks what became of it. */
    secretHash: text("secret_hash").notNull(),
  },
  (t) => [index("proposals_authority").on(t.authorityId)],
);

/** The same as it was written in a room, sealed, with where it went. */
export const roundtableProposals = pgTable(
  "roundtable_proposals",
  {
    id: id(),
    roundtableId: uuid("roundtable_id")
      .notNull()
      .references(() => roundtables.id, { onDelete: "cascade" }),
    words: bytea("words").notNull(),
    madeBy: uuid("made_by")
      .notNull()
      .references(() => members.id),
    madeAt: instant("made_at").notNull(),
  },
  (t) => [index("roundtable_proposals_room").on(t.roundtableId)],
);
