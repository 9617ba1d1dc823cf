import { sql } from "drizzle-orm";
import { boolean, customType, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { advisories, advisoryVersions } from "./advisories";
import { members } from "./members";
import { questionAnswers } from "./questions";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * What is new, one row per event, written in the transaction of what it tells. Never content and never who may read it: that is
 * asked of the thing itself whenever somebody is told (decision 355).
 */
export const news = pgTable(
  "news",
  {
    id: id(),
    kind: text("kind").notNull(),
    at: instant("at").notNull(),
    /** By which a digest knows what was committed since the one before: an instant is earlier than its commit. */
    xid: transactionId("xid").notNull().default(sql`pg_current_xact_id()`),
    advisoryId: uuid("advisory_id")
      .notNull()
      .references(() => advisories.id),
    /** The version that it made. */
    versionId: uuid("version_id").references(() => advisoryVersions.id),
    answerId: uuid("answer_id").references(() => questionAnswers.id),
    /** Of which the translation is stale. */
    language: text("language").$type<"es" | "en">(),
    authorities: uuid("authorities").array().notNull(),
    typologies: text("typologies").array().notNull(),
    /** `from>to`, as its readers see them in the advisory. */
    corridors: text("corridors").array().notNull(),
    /** When those who want to hear at once were told. */
    toldAt: instant("told_at"),
  },
  (t) => [index("news_xid").on(t.xid), index("news_untold").on(t.at).where(sql`told_at is null`)],
);

/** What news a member narrows to; without a row of one sort, all. */
export const noticeScopes = pgTable(
  "notice_scopes",
  {
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    what: text("what").$type<"typology" | "authority" | "corridor">().notNull(),
    /** A code, an organisation's id, or `from>to`. */
    value: text("value").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [uniqueIndex("notice_scopes_once").on(t.memberId, t.what, t.value)],
);

/** Whether a weekly digest with nothing in it comes as one line. */
export const digestHabits = pgTable("digest_habits", {
  memberId: uuid("member_id")
    .primaryKey()
    .references(() => members.id),
  quietLine: boolean("quiet_line").notNull(),
  chosenAt: instant("chosen_at").notNull(),
});
