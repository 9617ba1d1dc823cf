import { sql } from "drizzle-orm";
import { integer, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant } from "../columns";

/** Processes that run or ran lately, for the operator. */
export const processes = pgTable("processes", {
  id: uuid("id").primaryKey(),
  kind: text("kind").$type<"server" | "jobs">().notNull(),
  node: text("node").notNull(),
  startedAt: instant("started_at").notNull(),
  seenAt: instant("seen_at").notNull(),
  memoryMb: integer("memory_mb").notNull(),
});

/** How each job fared last, whichever process ran it. */
export const jobTurns = pgTable("job_turns", {
  job: text("job").primaryKey(),
  doneAt: instant("done_at"),
  failedAt: instant("failed_at"),
  failuresInARow: integer("failures_in_a_row").notNull().default(0),
  /** The name of the last error, never its message. */
  problem: text("problem"),
});

/** Made with the secret key that all processes share, and telling nothing of it; the one not replaced holds. */
export const secretKeyMarks = pgTable(
  "secret_key_marks",
  {
    mark: bytea("mark").primaryKey(),
    madeAt: instant("made_at").notNull(),
    replacedAt: instant("replaced_at"),
  },
  () => [uniqueIndex("secret_key_marks_one").on(sql`(true)`).where(sql`replaced_at IS NULL`)],
);
