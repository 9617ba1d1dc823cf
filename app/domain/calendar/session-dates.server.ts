import { sql } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import type { Occasion } from "./occasion";
import { sessionOccasion } from "./session-occasion";

type Row = { room: string; starts_at: string; ends_at: string; changed_at: string; cancelled: boolean };

/**
 * Convened sessions of those who have a part or a seat in them, unless they said that they do not come. A cancelled one stays until
 * it would have ended, so that calendars strike it out.
 */
export async function sessionDates(tx: Transaction, _viewer: Member, at: Date): Promise<Occasion[]> {
  const rows = await tx.execute<Row>(
    sql`select * from own_roundtable_dates(${at.toISOString()}::timestamptz)`,
  );
  return rows.map(({ room, starts_at, ends_at, changed_at, cancelled }) =>
    sessionOccasion({
      roundtableId: room,
      startsAt: new Date(starts_at),
      endsAt: new Date(ends_at),
      changedAt: new Date(changed_at),
      cancelled,
    }),
  );
}
