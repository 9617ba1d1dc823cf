import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { roomFloors } from "~db/schema";
import { takeUp } from "./take-up.server";

type Opening = { roundtableId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Begins the talk, with the first item. Until then questions can be sent ahead and nothing else. */
export function openRoom(db: Db, { roundtableId, keys, by, at }: Opening) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (room.floor.openedAt) return refused("session_open_already");
    await tx
      .update(roomFloors)
      .set({ openedBy: room.by.memberId, openedAt: at })
      .where(eq(roomFloors.roundtableId, roundtableId));
    await takeUp(tx, room, { item: 0, at });
    await recordInRoom(tx, { roundtableId, action: "session.opened", at });
    return done({ id: roundtableId });
  });
}
