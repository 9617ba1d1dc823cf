import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/** Ends sessions half an hour past their end and seals records thirty days after it, whoever forgot to. Says nothing of how many. */
export const keepRoundtableTimes = (db: Db, { at }: { at: Date }) =>
  asViewer(db, anonymous, async (tx) => {
    await tx.execute(sql`select roundtables_keep_time(${at.toISOString()}::timestamptz)`);
  });
