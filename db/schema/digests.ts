import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  date,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, id, instant } from "../columns";
import { members } from "./members";

const snapshot = customType<{ data: string }>({ dataType: () => "pg_snapshot" });

/** The digests of one day, over all clocks: what an operator pauses, resumes or cancels. */
export const digestRuns = pgTable("digest_runs", {
  localDate: date("local_date").primaryKey(),
  begunAt: instant("begun_at").notNull(),
  pausedAt: instant("paused_at"),
  pausedBy: uuid("paused_by").references(() => members.id),
  cancelledAt: instant("cancelled_at"),
  cancelledBy: uuid("cancelled_by").references(() => members.id),
});

/** Up to a hundred digests that leave in one call; the id is its idempotency key. */
export const digestBatches = pgTable(
  "digest_batches",
  {
    id: id(),
    localDate: date("local_date")
      .notNull()
      .references(() => digestRuns.localDate),
    state: text("state").$type<"open" | "accepted" | "failed" | "uncertain" | "undone">().notNull(),
    madeAt: instant("made_at").notNull(),
    firstTriedAt: instant("first_tried_at"),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** An attempt has begun whose end nobody wrote down. */
    underWay: boolean("under_way").notNull().default(false),
    /** Some attempt may have been accepted without our hearing of it. */
    inDoubt: boolean("in_doubt").notNull().default(false),
    settledAt: instant("settled_at"),
    problem: text("problem"),
    /** Half of a half of this one, which was refused as a whole. */
    apartFrom: uuid("apart_from"),
    /** By the operator: what of it did not arrive needs nothing more. */
    asideAt: instant("aside_at"),
    asideBy: uuid("aside_by").references(() => members.id),
    asideReason: text("aside_reason"),
  },
  (t) => [
    index("digest_batches_open").on(t.nextAttemptAt).where(sql`state = 'open'`),
    index("digest_batches_date").on(t.localDate),
  ],
);

/** One per member and day of their own calendar, whatever the number of processes. */
export const digests = pgTable(
  "digests",
  {
    id: id(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
    localDate: date("local_date")
      .notNull()
      .references(() => digestRuns.localDate),
    /** Also tells what the member wants weekly: the first one of each week. */
    weekly: boolean("weekly").notNull(),
    state: text("state")
      .$type<
        "due" | "batched" | "accepted" | "nothing-new" | "dropped" | "failed" | "uncertain" | "cancelled"
      >()
      .notNull(),
    batchId: uuid("batch_id").references(() => digestBatches.id),
    /** What had been committed when it was gathered: at every attempt it tells of this and no more. */
    upto: snapshot("upto"),
    /** Kinds of news that were left for the weekly one. */
    kept: text("kept").array().notNull().default([]),
    /** The operator let it go out again as it was: later ones have left out what it tells. */
    againAt: instant("again_at"),
    madeAt: instant("made_at").notNull(),
    settledAt: instant("settled_at"),
    /** A word of ours, never an address. */
    problem: text("problem"),
  },
  (t) => [
    uniqueIndex("digests_once").on(t.memberId, t.localDate),
    index("digests_due").on(t.localDate, t.id).where(sql`state = 'due'`),
    index("digests_batch").on(t.batchId),
    index("digests_date").on(t.localDate, t.state),
    index("digests_dead").on(t.batchId).where(sql`state in ('failed', 'uncertain')`),
  ],
);

/** When the next call to the mail service may be made, of all processes together. One row. */
export const mailPace = pgTable("mail_pace", {
  id: integer("id").primaryKey(),
  nextAt: instant("next_at").notNull(),
});

/** What the mail service told of mails, each telling once. No address. */
export const mailEvents = pgTable("mail_events", {
  /** The service's own name of the telling; told again, it is the same. */
  id: text("id").primaryKey(),
  kind: text("kind").notNull(),
  at: instant("at").notNull(),
  receivedAt: instant("received_at").notNull(),
});

/** Addresses to which nothing is sent, as SHA-256, while `since` is later than `lifted_at`: tellings come in any order. */
export const mailStops = pgTable("mail_stops", {
  addressHash: bytea("address_hash").primaryKey(),
  since: instant("since"),
  liftedAt: instant("lifted_at"),
});
