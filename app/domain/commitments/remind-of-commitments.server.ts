import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/** Reminds of what is owed: a week before it is due, a day before and the day after, each once. Says nothing: a number would be one of rooms. */
export const remindOfCommitments = (db: Db, { at }: { at: Date }) =>
  asViewer(db, anonymous, async (tx) => {
    await tx.execute(sql`select commitment_reminders_take(${at.toISOString()}::timestamptz)`);
  });
