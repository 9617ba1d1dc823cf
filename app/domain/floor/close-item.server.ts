import { and, eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { roomItems } from "~db/schema";

type Closing = { roundtableId: string; item: number; keys: SecretKeys; by: Viewer; at: Date };

/** Closes an item for good: what was said stays to be read, nothing is added. */
export function closeItem(db: Db, { roundtableId, item, keys, by, at }: Closing) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!room.agenda.items[item]) return refused("no_such_item");
    const known = room.items.find((one) => one.item === item);
    if (!known) return refused("item_not_open");
    if (known.closedAt) return refused("item_closed");
    await tx
      .update(roomItems)
      .set({ closedBy: room.by.memberId, closedAt: at })
      .where(and(eq(roomItems.roundtableId, roundtableId), eq(roomItems.item, item)));
    await recordInRoom(tx, { roundtableId, action: "item.closed", at });
    return done({ item });
  });
}
