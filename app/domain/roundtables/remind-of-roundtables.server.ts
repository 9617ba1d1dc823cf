import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/** Reminds of sessions that are near, three days and one day before, each once whoever runs it. Says nothing: a number would be one of rooms. */
export const remindOfRoundtables = (db: Db, { at }: { at: Date }) =>
  asViewer(db, anonymous, async (tx) => {
    await tx.execute(sql`select roundtable_reminders_take(${at.toISOString()}::timestamptz)`);
  });
