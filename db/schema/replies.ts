import { sql } from "drizzle-orm";
import {
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Text } from "~/domain/advisories/advisory.form";
import type { ReplyOutcome } from "~/domain/replies/reply";
import { id, instant } from "../columns";
import { advisoryVersions, drafts } from "./advisories";
import { members } from "./members";
import { points, rounds } from "./rounds";

const roundId = () =>
  uuid("round_id")
    .notNull()
    .references(() => rounds.id);

/** What several points of a closed round have in common, in the authority's words. */
export const themes = pgTable(
  "themes",
  {
    id: id(),
    roundId: roundId(),
    name: jsonb("name").$type<Text>().notNull(),
    createdBy: uuid("created_by")
      .notNull()
      .references(() => members.id),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("themes_round").on(t.roundId)],
);

/** Read by the authority that ran the round, and by nobody else: how many points a theme has is never told. */
export const themePoints = pgTable(
  "theme_points",
  {
    themeId: uuid("theme_id")
      .notNull()
      .references(() => themes.id),
    pointId: uuid("point_id")
      .notNull()
      .references(() => points.id),
  },
  (t) => [primaryKey({ columns: [t.themeId, t.pointId] }), index("theme_points_point").on(t.pointId)],
);

/** What an authority answers to: a row of a round (0: the round as a whole), or else a theme. */
export const replies = pgTable(
  "replies",
  {
    id: id(),
    roundId: roundId(),
    row: integer("row"),
    themeId: uuid("theme_id")
      .unique()
      .references(() => themes.id),
  },
  (t) => [unique("replies_row").on(t.roundId, t.row)],
);

/** A reply as it is being written, and every one that was released: that does not change, a correction is the next version. */
export const replyVersions = pgTable(
  "reply_versions",
  {
    id: id(),
    replyId: uuid("reply_id")
      .notNull()
      .references(() => replies.id),
    n: integer("n").notNull(),
    /** What was said, in the authority's own words: never those of a point. */
    said: jsonb("said").$type<Text>().notNull(),
    answer: jsonb("answer").$type<Text>().notNull(),
    outcome: text("outcome").$type<ReplyOutcome>().notNull(),
    /** Why it is declined; of which roundtable, if that may be said. */
    note: jsonb("note").$type<Text>().notNull(),
    /** The version that it was amended in, until this is released: from then on `reply_citations` alone says so. */
    amendedIn: uuid("amended_in").references(() => advisoryVersions.id),
    /** The answer to everyone that it points to (`question_answers.answer_id`), where it was answered in a question. */
    answeredIn: uuid("answered_in"),
    revision: integer("revision").notNull().default(1),
    /** Whoever put a hand to it: none of them releases it. */
    writers: uuid("writers").array().notNull(),
    writtenAt: instant("written_at").notNull(),
    /** The rows whose red flags it speaks of, fixed when it is released: who may not read them all does not read it. */
    rows: integer("rows").array().notNull().default(sql`'{}'`),
    releasedBy: uuid("released_by").references(() => members.id),
    releasedAt: instant("released_at"),
  },
  (t) => [
    unique("reply_versions_once").on(t.replyId, t.n),
    uniqueIndex("reply_versions_one_open").on(t.replyId).where(sql`released_at is null`),
  ],
);

/** That a version of an advisory came of a reply: the one place that says so, from both ends. */
export const replyCitations = pgTable(
  "reply_citations",
  {
    id: id(),
    replyId: uuid("reply_id")
      .notNull()
      .references(() => replies.id),
    /** The draft that names it; its version follows when the draft is published. */
    draftId: uuid("draft_id").references(() => drafts.id),
    versionId: uuid("version_id").references(() => advisoryVersions.id),
    citedBy: uuid("cited_by")
      .notNull()
      .references(() => members.id),
    citedAt: instant("cited_at").notNull(),
  },
  (t) => [
    unique("reply_citations_draft").on(t.draftId, t.replyId),
    unique("reply_citations_version").on(t.versionId, t.replyId),
    index("reply_citations_reply").on(t.replyId),
  ],
);
