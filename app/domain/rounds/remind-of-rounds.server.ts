import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/**
 * Reminds of an end that is near whoever has not signed, seven days and one day before it, each once whoever runs it; an end that
 * is put off is another one. Answers of how many rounds: of how many institutions would say how many had not signed.
 */
export function remindOfRounds(db: Db, { at }: { at: Date }) {
  return asViewer(db, anonymous, async (tx) => {
    const [row] = await tx.execute<{ rounds: number }>(
      sql`select round_reminders_take(${at.toISOString()}::timestamptz) as rounds`,
    );
    return { rounds: row?.rounds ?? 0 };
  });
}
