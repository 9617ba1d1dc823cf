import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { lockRoom } from "~/domain/roundtables/lock-room.server";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import type { Db } from "~db/client.server";
import { takeUp } from "./take-up.server";

type TakingUp = {
  roundtableId: string;
  /** Of the agenda, from 0. */
  item: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Moves the session to an item of its agenda. Others that were taken up stay open until they are closed. */
export function takeUpItem(db: Db, { roundtableId, item, keys, by, at }: TakingUp) {
  return asActor(db, by, async (tx) => {
    const entered = await lockRoom(tx, { roundtableId, chairing: true, keys, by, at });
    if (!entered.ok) return entered;
    const room = entered.value;
    if (!room.floor.openedAt) return refused("session_not_open");
    if (!room.agenda.items[item]) return refused("no_such_item");
    if (room.items.some((one) => one.item === item && one.closedAt)) return refused("item_closed");
    if (room.floor.item === item) return done({ item });
    await takeUp(tx, room, { item, at });
    await recordInRoom(tx, { roundtableId, action: "item.taken-up", at });
    return done({ item });
  });
}
