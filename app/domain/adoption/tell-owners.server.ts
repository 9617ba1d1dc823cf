import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { asViewer, type Db } from "~db/client.server";

/** One letter for all that somebody was given in a while, not one per red flag. */
const settledMinutes = 10;

/** Tells owners what was given to them and what falls due, each once, whoever runs it. */
export function tellOwners(db: Db, { at }: { at: Date }) {
  return asViewer(db, anonymous, async (tx) => {
    const instant = sql`${at.toISOString()}::timestamptz`;
    const assigned = await tx.execute<{ member_id: string; red_flags: number }>(
      sql`select member_id, red_flags from adoption_assigned_take(${instant}, make_interval(mins => ${settledMinutes}::int))`,
    );
    for (const { member_id: memberId, red_flags: redFlags } of assigned) {
      await queueNotice(tx, { kind: "red-flags-assigned", to: { memberId }, about: { redFlags }, at });
    }
    const due = await tx.execute<{ member_id: string; red_flags: number; first_due: string }>(
      sql`select member_id, red_flags, first_due::text from adoption_due_take(${instant})`,
    );
    for (const { member_id: memberId, red_flags: redFlags, first_due: until } of due) {
      await queueNotice(tx, { kind: "red-flags-due", to: { memberId }, about: { redFlags, until }, at });
    }
    return { assigned: assigned.length, due: due.length };
  });
}
