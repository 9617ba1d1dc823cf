import { and, eq, isNull } from "drizzle-orm";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { roomFloors, roomItems, roomStops } from "~db/schema";
import { rulesOf } from "./attribution";
import { readInTurn, takeTurn } from "./lock-roundtable.server";
import type { Agenda } from "./roundtable.form";
import { mayChair, mayTakePart } from "./roundtable.policy";
import { findStanding } from "./seated.server";

type Wanted = {
  roundtableId: string;
  /** Only a chair does this. */
  chairing?: boolean;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

export type LockedRoom = Extract<Awaited<ReturnType<typeof lockRoom>>, { ok: true }>["value"];

/** The room for an act inside it, one at a time: by somebody at the table who accepted its terms, while the session stands. */
export async function lockRoom(tx: Transaction, { roundtableId, chairing = false, keys, by, at }: Wanted) {
  await takeTurn(tx, roundtableId);
  const [room, { sits, entered }, [floor], items, stops] = await Promise.all([
    readInTurn(tx, { roundtableId, keys }),
    findStanding(tx, roundtableId),
    tx
      .select()
      .from(roomFloors)
      .where(eq(roomFloors.roundtableId, roundtableId))
      .prepare("room_floor")
      .execute(),
    tx
      .select()
      .from(roomItems)
      .where(eq(roomItems.roundtableId, roundtableId))
      .prepare("room_items")
      .execute(),
    tx
      .select({ id: roomStops.id, item: roomStops.item })
      .from(roomStops)
      .where(and(eq(roomStops.roundtableId, roundtableId), isNull(roomStops.liftedAt)))
      .prepare("room_stops_in_force")
      .execute(),
  ]);
  if (!room || !isMember(by)) return refused("not_found");
  if (!mayTakePart(by, { seated: sits }) || (chairing && !mayChair(by, room))) return refused("not_allowed");
  if (!entered) return refused("terms_not_accepted");
  if (room.cancelledAt) return refused("session_cancelled");
  if (room.endedAt || room.endsAt <= at) return refused("session_over");
  if (!floor) return refused("not_found");
  const agenda = room.sealed.open<Agenda>("agenda", room.agenda);
  return done({ ...room, floor, agenda, rules: rulesOf(agenda), items, stops, by: by satisfies Member });
}

/** Whether something can be said, or asked ahead, on this item as it stands. */
export function itemTakes(
  { agenda, items, stops, floor }: Pick<LockedRoom, "agenda" | "items" | "stops" | "floor">,
  { item, ahead }: { item: number; ahead: boolean },
): Outcome<undefined> {
  if (!agenda.items[item]) return refused("no_such_item");
  const known = items.find((one) => one.item === item);
  if (known?.closedAt) return refused("item_closed");
  if (stops.some((one) => one.item === item)) return refused("talk_stopped");
  if (ahead) return done(undefined);
  if (!floor.openedAt) return refused("session_not_open");
  return known ? done(undefined) : refused("item_not_open");
}
