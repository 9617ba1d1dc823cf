import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { roundtables } from "~db/schema";
import { checkPlace } from "./agenda-readiness";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import type { Place, Times } from "./roundtable.form";
import { mayChair } from "./roundtable.policy";
import { spanOf } from "./session-times";
import { tellRoom } from "./tell-room.server";

type Move = {
  roundtableId: string;
  times: Times;
  place: Place;
  /** Of the time and place that were read. */
  sequence: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Another time or place for a session that has not begun. Everyone in it is told, and calendars that have it change it. */
export function moveRoundtable(db: Db, { roundtableId, times, place, sequence, keys, by, at }: Move) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.convenedAt && room.startsAt <= at) return refused("session_begun");
    if (room.sequence !== sequence) return refused("stale");
    const span = spanOf(times, at);
    if (!span.ok) return span;
    const found = checkPlace(place);
    if (!found.ok) return found;
    if (room.convenedAt && place.where.trim() === "") return refused("place_missing");

    const { startsAt, endsAt, timeZone } = span.value;
    await tx
      .update(roundtables)
      .set({
        startsAt,
        endsAt,
        timeZone,
        place: room.sealed.seal("place", storable(place)),
        sequence: sequence + 1,
        movedAt: at,
      })
      .where(eq(roundtables.id, roundtableId));
    await recordInRoom(tx, { roundtableId, action: "roundtable.moved", at });
    await tellRoom(tx, { roundtableId, at });
    return done({ id: roundtableId, sequence: sequence + 1 });
  });
}
