import { sql } from "drizzle-orm";
import { boolean, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import type { Text } from "~/domain/advisories/advisory.form";
import { id, instant, marking } from "../columns";
import { advisories, advisoryVersions, indicators } from "./advisories";
import { members } from "./members";
import { organisations } from "./organisations";

const about = () => ({
  advisoryId: uuid("advisory_id")
    .notNull()
    .references(() => advisories.id),
  /** The version that was read. */
  versionId: uuid("version_id")
    .notNull()
    .references(() => advisoryVersions.id),
  /** Null: the advisory as a whole. */
  indicatorId: uuid("indicator_id").references(() => indicators.id),
});
const person = (name: string) => uuid(name).references(() => members.id);

/** What an institution asks about an advisory or a red flag of it. Who asks stands apart, and no time finer than the day (decision 270). */
export const questions = pgTable(
  "questions",
  {
    id: id(),
    ...about(),
    language: text("language").$type<"es" | "en">().notNull(),
    /** Emptied when the question is withdrawn. */
    body: text("body").notNull(),
    askedOn: date("asked_on").notNull(),
    takenOn: date("taken_on"),
    answeredOn: date("answered_on"),
    withdrawnOn: date("withdrawn_on"),
    /** What its answer is called in every version: nobody comes from there to the question. */
    answerId: uuid("answer_id").notNull().unique().defaultRandom(),
  },
  (t) => [
    index("questions_advisory").on(t.advisoryId),
    index("questions_waiting").on(t.askedOn).where(sql`answered_on is null and withdrawn_on is null`),
  ],
);

/** Who asked: for the asking institution alone; the authority learns of a named one which institution it is. */
export const questionAskers = pgTable(
  "question_askers",
  {
    questionId: uuid("question_id")
      .primaryKey()
      .references(() => questions.id),
    organisationId: uuid("organisation_id")
      .notNull()
      .references(() => organisations.id),
    askedBy: person("asked_by").notNull(),
    askedAt: instant("asked_at").notNull(),
    naming: text("naming").$type<"named" | "unnamed">().notNull(),
  },
  (t) => [index("question_askers_organisation").on(t.organisationId, t.askedAt.desc())],
);

/** The issuing authorities' work on an answer; gone when it is released or the question withdrawn. */
export const answerDrafts = pgTable("answer_drafts", {
  questionId: uuid("question_id")
    .primaryKey()
    .references(() => questions.id),
  takenBy: person("taken_by"),
  addressee: text("addressee").$type<"asker" | "everyone">().notNull(),
  /** The question as everyone will read it, in the authority's words. */
  question: jsonb("question").$type<Text>().notNull(),
  answer: jsonb("answer").$type<Text>().notNull(),
  /** What a new version corrects. */
  correction: jsonb("correction").$type<Text>().notNull(),
  revision: integer("revision").notNull(),
  changedBy: person("changed_by").notNull(),
  changedAt: instant("changed_at").notNull(),
});

/** What was answered, version by version; never changed. Its readers are those of the text that it explains, or the asker alone. */
export const questionAnswers = pgTable(
  "question_answers",
  {
    id: id(),
    answerId: uuid("answer_id").notNull(),
    n: integer("n").notNull(),
    current: boolean("current").notNull(),
    ...about(),
    addressee: text("addressee").$type<"asker" | "everyone">().notNull(),
    /** Null where only the asker is answered. */
    question: jsonb("question").$type<Text>(),
    answer: jsonb("answer").$type<Text>().notNull(),
    /** Null in the first version. */
    correction: jsonb("correction").$type<Text>(),
    /** The authority that speaks. */
    authorityId: uuid("authority_id")
      .notNull()
      .references(() => organisations.id),
    writtenBy: person("written_by").notNull(),
    releasedBy: person("released_by").notNull(),
    releasedOn: date("released_on").notNull(),
    withdrawnBy: person("withdrawn_by"),
    withdrawnOn: date("withdrawn_on"),
    withdrawalReason: jsonb("withdrawal_reason").$type<Text>(),
    ...marking(),
  },
  (t) => [
    uniqueIndex("question_answers_once").on(t.answerId, t.n),
    uniqueIndex("question_answers_current").on(t.answerId).where(sql`current`),
    index("question_answers_advisory").on(t.advisoryId).where(sql`current`),
  ],
);
