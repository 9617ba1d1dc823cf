import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { roomStops } from "~db/schema";

type Resuming = { roundtableId: string; item: number; keys: SecretKeys; by: Viewer; at: Date };

/** Lets the talk on an item go on; that it was stopped, and why, stays on record. */
export function resumeTalk(db: Db, { roundtableId, item, keys, by, at }: Resuming) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!room.agenda.items[item]) return refused("no_such_item");
    const stop = room.stops.find((one) => one.item === item);
    if (!stop) return refused("talk_not_stopped");
    await tx
      .update(roomStops)
      .set({ liftedBy: room.by.memberId, liftedAt: at })
      .where(eq(roomStops.id, stop.id));
    await recordInRoom(tx, { roundtableId, action: "talk.resumed", about: stop.id, at });
    return done({ item });
  });
}
