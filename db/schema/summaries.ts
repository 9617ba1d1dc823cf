import { date, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { Text } from "~/domain/advisories/advisory.form";
import { bytea, id, instant, marking } from "../columns";
import { members } from "./members";
import { organisations } from "./organisations";
import { roundtables } from "./roundtables";

/** What is told of a session to those who were not in it. Nothing in this row leads to the session (decision 443). */
export const summaries = pgTable("summaries", {
  id: id(),
  title: jsonb("title").$type<Text>().notNull(),
  body: jsonb("body").$type<Text>().notNull(),
  /** The authorities that put their name to it. */
  issuers: uuid("issuers").array().notNull(),
  ...marking(),
  /** `2026-11-20`, `2026-11` or `2026`: as fine as its chairs chose. */
  period: text("period").notNull(),
  /** The day after that period; nobody reads it before. */
  showsFrom: date("shows_from").notNull(),
  shownOn: date("shown_on"),
  withdrawnOn: date("withdrawn_on"),
  withdrawal: jsonb("withdrawal").$type<Text>(),
  /** Of the word by which its room asks for it. */
  secretHash: text("secret_hash").notNull(),
});

const roundtableId = () =>
  uuid("roundtable_id")
    .notNull()
    .references(() => roundtables.id, { onDelete: "cascade" });
const person = (name: string) => uuid(name).references(() => members.id);

/** The same as it is written in the room, sealed, with where it went. It goes on after the record is sealed. */
export const roundtableSummaries = pgTable("roundtable_summaries", {
  roundtableId: roundtableId().primaryKey(),
  words: bytea("words").notNull(),
  /** Of the words, under the room's key: what is approved. */
  wordsHash: text("words_hash").notNull(),
  revision: integer("revision").notNull(),
  writtenBy: person("written_by").notNull(),
  writtenAt: instant("written_at").notNull(),
  /** Sealed: the published one's id and the word that asks for it. */
  link: bytea("link"),
  publishedBy: person("published_by"),
  publishedAt: instant("published_at"),
});

/** One convening authority's word on the summary as it stood. */
export const roundtableSummaryApprovals = pgTable(
  "roundtable_summary_approvals",
  {
    roundtableId: roundtableId(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    wordsHash: text("words_hash").notNull(),
    memberId: person("member_id").notNull(),
    approvedAt: instant("approved_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundtableId, t.authorityId, t.wordsHash] })],
);
