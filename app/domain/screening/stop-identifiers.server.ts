import { sql } from "drizzle-orm";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { countKinds } from "./finding";
import { screenText } from "./screen-text";

type Screening = { texts: string[]; at: Date };

/**
 * Refuses texts that identify someone or reveal a report, and keeps of them only a count by kind and day. To be asked before an
 * act's own transaction, so that the count stays when the act is undone.
 */
export async function stopIdentifiers(db: Db, { texts, at }: Screening): Promise<Outcome<undefined>> {
  const counts = countKinds(texts.flatMap(screenText));
  const found = Object.entries(counts).sort();
  if (found.length === 0) return done(undefined);
  const day = at.toISOString().slice(0, 10);
  for (const [kind, times] of found)
    await db.execute(sql`select screened_count(${day}::date, ${kind}, ${Math.min(times, 10_000)})`);
  return refused("screened", { counts });
}
