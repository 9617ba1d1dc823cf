import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/** Opens the summaries whose period is over to their readers. Says nothing of how many. */
export const showSummaries = (db: Db, { at }: { at: Date }) =>
  asViewer(db, anonymous, async (tx) => {
    await tx.execute(sql`select summaries_show(${at.toISOString()}::timestamptz)`);
  });
