import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { id, instant } from "../columns";
import { digests } from "./digests";
import { members } from "./members";

/** The outbox: written in an act's own transaction, composed and sent afterwards. Ids and dates, never content or links. */
export const notices = pgTable(
  "notices",
  {
    id: id(),
    kind: text("kind").notNull(),
    /** Either a member, or an address with a name and a language. */
    memberId: uuid("member_id").references(() => members.id),
    address: text("address"),
    name: text("name"),
    language: text("language").$type<"es" | "en">(),
    about: jsonb("about").$type<Record<string, string | number | null>>().notNull(),
    queuedAt: instant("queued_at").notNull(),
    /** `held`: for the member's next digest. `uncertain`: it may have gone out, and no key keeps a second one from going out as well. */
    state: text("state")
      .$type<"queued" | "held" | "sent" | "dropped" | "failed" | "uncertain">()
      .notNull()
      .default("queued"),
    /** How it leaves: somebody waits for it at a door; with up to ninety-nine others; in a call of its own, having a file. */
    lane: text("lane").$type<"access" | "together" | "alone">().notNull().default("together"),
    /** With which others it was tried: the same are tried again by the same key, for as long as they may have been accepted. */
    batchId: uuid("batch_id"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    sentAt: instant("sent_at"),
    /** The digest that tells it, for who wants it told so. */
    digestId: uuid("digest_id").references(() => digests.id),
    /** Why it was dropped or what the last attempt met: a word of ours, never an address. */
    problem: text("problem"),
    /** When an attempt began whose end nobody wrote down. */
    triedAt: instant("tried_at"),
    /** When the first attempt began that may have been accepted without our hearing of it. */
    doubtSince: instant("doubt_since"),
    /** By the operator: it needs nothing more. */
    asideAt: instant("aside_at"),
    asideBy: uuid("aside_by").references(() => members.id),
    asideReason: text("aside_reason"),
  },
  (t) => [
    index("notices_dead").on(t.queuedAt).where(sql`state in ('failed', 'uncertain')`),
    index("notices_due").on(t.lane, t.nextAttemptAt).where(sql`state = 'queued' and batch_id is null`),
    index("notices_batch").on(t.batchId).where(sql`state = 'queued' and batch_id is not null`),
    index("notices_held").on(t.memberId).where(sql`state = 'held'`),
    index("notices_invitation")
      .on(sql`(about ->> 'invitationId')`)
      .where(sql`about ->> 'invitationId' is not null`),
    index("notices_roundtable")
      .on(t.memberId, sql`(about ->> 'roundtableId')`)
      .where(sql`about ->> 'roundtableId' is not null`),
    index("notices_digest").on(t.digestId).where(sql`digest_id is not null`),
  ],
);

/** What a member wants to hear of, where they may choose; without a row the kind's own habit holds. */
export const noticeChoices = pgTable(
  "notice_choices",
  {
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    kind: text("kind").notNull(),
    choice: text("choice").$type<"at-once" | "daily" | "weekly" | "never">().notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (t) => [uniqueIndex("notice_choices_once").on(t.memberId, t.kind)],
);

/** The demo's mailbox, in place of a mail service. */
export const localMail = pgTable("local_mail", {
  /** The notice's id: the same notice is never here twice. */
  id: uuid("id").primaryKey(),
  kind: text("kind").notNull(),
  recipient: text("recipient").notNull(),
  language: text("language").$type<"es" | "en">().notNull(),
  subject: text("subject").notNull(),
  html: text("html").notNull(),
  text: text("text").notNull(),
  headers: jsonb("headers").$type<Record<string, string>>().notNull().default({}),
  attachments: jsonb("attachments")
    .$type<{ filename: string; contentType: string; content: string }[]>()
    .notNull()
    .default([]),
  sentAt: instant("sent_at").notNull(),
});
