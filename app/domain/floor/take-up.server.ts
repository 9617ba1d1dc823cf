import { eq, sql } from "drizzle-orm";
import type { LockedRoom } from "~/domain/roundtables/lock-room.server";
import type { Transaction } from "~db/client.server";
import { roomFloors } from "~db/schema";

type TakingUp = { item: number; at: Date };

/** Moves the floor to an item, and opens it where it was not open yet. */
export async function takeUp(tx: Transaction, { id, items }: LockedRoom, { item, at }: TakingUp) {
  if (!items.some((one) => one.item === item))
    await tx.execute(sql`insert into room_items (roundtable_id, item, opened_at)
      values (${id}::uuid, ${item}, ${at.toISOString()}::timestamptz)`);
  await tx.update(roomFloors).set({ item }).where(eq(roomFloors.roundtableId, id));
}
