import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";

type Event = {
  roundtableId: string;
  /** thing.past, e.g. `roundtable.convened`. */
  action: string;
  /** The row that it happened to. */
  about?: string;
  at: Date;
};

/** Like `recordEvent`, for what only the room may know: the entry is the room's own, the audit log gets its digest in nobody's name. */
export const recordInRoom = (tx: Transaction, { roundtableId, action, about, at }: Event) =>
  tx.execute(
    sql`select roundtable_record(${roundtableId}::uuid, ${action}, ${about ?? null}::uuid, ${at.toISOString()}::timestamptz)`,
  );
