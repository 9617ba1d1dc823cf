import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Audience, Text, Tlp } from "~/domain/advisories/advisory.form";
import { bytea, id, instant } from "../columns";
import { advisoryVersions, indicators } from "./advisories";
import { members } from "./members";
import { organisations } from "./organisations";
import { typologies } from "./typologies";

const roundId = () =>
  uuid("round_id")
    .notNull()
    .references(() => rounds.id);
const organisationId = () =>
  uuid("organisation_id")
    .notNull()
    .references(() => organisations.id);
const person = (name: string) => uuid(name).references(() => members.id);

/** A feedback round: planned, opened with its invitations, closed by the clock. */
export const rounds = pgTable(
  "rounds",
  {
    id: id(),
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    /** Of a typology, or else of one version of an advisory. */
    typology: text("typology").references(() => typologies.code),
    versionId: uuid("version_id").references(() => advisoryVersions.id),
    mode: text("mode").$type<"unattributed" | "identified">().notNull(),
    title: jsonb("title").$type<Text>().notNull(),
    /** Who will read the answers and what for, in plain words. */
    readersStatement: jsonb("readers_statement").$type<Text>().notNull(),
    /** Whom to invite; resolved into invitations when the round opens. */
    invited: jsonb("invited").$type<Audience>().notNull(),
    /** Who will read the statistics. */
    tlp: text("tlp").$type<Tlp>().notNull(),
    audience: jsonb("audience").$type<Audience>().notNull(),
    closesAt: instant("closes_at"),
    createdBy: person("created_by").notNull(),
    createdAt: instant("created_at").notNull(),
    revision: integer("revision").notNull().default(1),
    /** Whoever opened it gave the authority's word that it is not used for supervision. */
    openedBy: person("opened_by"),
    openedAt: instant("opened_at"),
    /** When its end was put off the last time. */
    extendedAt: instant("extended_at"),
    /** Since then its answers are being counted: nothing is signed or put off any more. */
    takenAt: instant("taken_at"),
    closedAt: instant("closed_at"),
    /** Called off before it opened, or before it closed: nothing is published, every answer is destroyed. */
    calledOffBy: person("called_off_by"),
    calledOffAt: instant("called_off_at"),
  },
  (t) => [
    index("rounds_authority").on(t.authorityId, t.createdAt.desc()),
    index("rounds_due")
      .on(t.closesAt)
      .where(sql`opened_at IS NOT NULL AND closed_at IS NULL AND called_off_at IS NULL`),
  ],
);

/** The red flags that a round asks about, as they were printed when it opened. */
export const roundRows = pgTable(
  "round_rows",
  {
    roundId: roundId(),
    n: integer("n").notNull(),
    versionId: uuid("version_id")
      .notNull()
      .references(() => advisoryVersions.id),
    indicatorId: uuid("indicator_id")
      .notNull()
      .references(() => indicators.id),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.n] }),
    uniqueIndex("round_rows_once").on(t.roundId, t.indicatorId),
    index("round_rows_indicator").on(t.indicatorId),
  ],
);

export const roundInvitations = pgTable(
  "round_invitations",
  { roundId: roundId(), organisationId: organisationId() },
  (t) => [
    primaryKey({ columns: [t.roundId, t.organisationId] }),
    index("round_invitations_organisation").on(t.organisationId),
  ],
);

/** The key of a round's sheets and signed answers, itself sealed. Destroyed when the round closes (decision 200). */
export const roundKeys = pgTable("round_keys", {
  roundId: roundId().primaryKey(),
  sealed: bytea("sealed").notNull(),
});

/** What an institution's people have filled in, question by question, while the round is open. Destroyed when it closes. */
export const sheetEntries = pgTable(
  "sheet_entries",
  {
    roundId: roundId(),
    organisationId: organisationId(),
    /** The row's number, or 0: of the round as a whole. */
    row: integer("row").notNull(),
    question: text("question").notNull(),
    /** Sealed with the round's key. */
    answer: bytea("answer").notNull(),
    revision: integer("revision").notNull(),
    changedBy: person("changed_by").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.organisationId, t.row, t.question] })],
);

/** Who has an institution's sheet open, and at which row. It goes with the round's key (decision 265). */
export const sheetPresence = pgTable(
  "sheet_presence",
  {
    roundId: uuid("round_id")
      .notNull()
      .references(() => roundKeys.roundId, { onDelete: "cascade" }),
    organisationId: organisationId(),
    memberId: person("member_id").notNull(),
    row: integer("row").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.memberId] })],
);

/** An institution's answers as its compliance officer signed them. Destroyed when the round closes. */
export const signedAnswers = pgTable(
  "signed_answers",
  {
    roundId: roundId(),
    organisationId: organisationId(),
    /** Grows with each correction. */
    version: integer("version").notNull(),
    /** Sealed with the round's key. */
    answers: bytea("answers").notNull(),
    signedBy: person("signed_by").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.organisationId] })],
);

/** That whoever had not signed was reminded of an end, so many days before it; an end that was put off is another one. */
export const roundReminders = pgTable(
  "round_reminders",
  { roundId: roundId(), closesAt: instant("closes_at").notNull(), days: integer("days").notNull() },
  (t) => [primaryKey({ columns: [t.roundId, t.closesAt, t.days] })],
);

/** That an institution has answered a closed round, and of which kind it was then (decision 255). */
export const roundVoters = pgTable(
  "round_voters",
  {
    roundId: roundId(),
    organisationId: organisationId(),
    jurisdiction: text("jurisdiction").notNull(),
    sector: text("sector").notNull(),
    size: text("size").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.organisationId] })],
);

/** One institution's answers that are counted, of an unattributed round: nothing says whose, or when. */
export const ballots = pgTable(
  "ballots",
  { id: id(), roundId: roundId(), answers: jsonb("answers").$type<Record<string, string>>().notNull() },
  (t) => [index("ballots_round").on(t.roundId)],
);

/** The answers of an identified round. */
export const attributedAnswers = pgTable(
  "attributed_answers",
  {
    roundId: roundId(),
    organisationId: organisationId(),
    version: integer("version").notNull(),
    answers: jsonb("answers").$type<Record<string, string>>().notNull(),
    signedBy: person("signed_by").notNull(),
    signedAt: instant("signed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.organisationId] })],
);

/** One thing that an institution wrote, apart from all else that it answered. */
export const points = pgTable(
  "points",
  {
    id: id(),
    roundId: roundId(),
    row: integer("row").notNull(),
    question: text("question").notNull(),
    written: text("written").notNull(),
    /** SHA-256 of what only the institution holds: by it, it asks what became of the point. */
    claim: bytea("claim").notNull(),
    /** Of identified rounds alone. */
    organisationId: uuid("organisation_id").references(() => organisations.id),
  },
  (t) => [index("points_round").on(t.roundId, t.row), uniqueIndex("points_claim").on(t.claim)],
);
