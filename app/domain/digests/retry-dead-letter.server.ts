import { sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";

/** `lookedUp`: the mail service's own record shows that it never left. */
type Retry = { id: string; lookedUp: boolean; by: Viewer; at: Date };
type Answer = { refused: string } | { again: number; next: number };

/** Sends once more what cannot thereby arrive twice; `next`: digests that stay as they are, a later one having told the same. */
export function retryDeadLetter(db: Db, { id, lookedUp, by, at }: Retry) {
  return asActor(db, by, async (tx) => {
    if (!mayLookAfterMachine(by)) return refused("not_allowed");
    const [row] = await tx.execute<{ answer: Answer | null }>(
      sql`select dead_letter_retry(${id}::uuid, ${lookedUp}, ${at.toISOString()}::timestamptz) as answer`,
    );
    if (!row?.answer) return refused("not_found");
    if ("refused" in row.answer) return refused(row.answer.refused);
    const detail = { ...row.answer, lookedUp };
    await recordEvent(tx, {
      action: "dead-letter.retried",
      subject: { kind: "dead-letter", id },
      detail,
      at,
    });
    return done(row.answer);
  });
}
