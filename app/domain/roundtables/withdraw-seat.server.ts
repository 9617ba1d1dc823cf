import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { roundtableSeats } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayChair, mayNameAttendees } from "./roundtable.policy";

type Withdrawal = { roundtableId: string; seatId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Takes a seat away: by whoever named it, or by who convenes. Its person is out of the room at once. */
export function withdrawSeat(db: Db, { roundtableId, seatId, keys, by, at }: Withdrawal) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    const [seat] = await tx
      .select({ id: roundtableSeats.id, organisationId: roundtableSeats.organisationId })
      .from(roundtableSeats)
      .where(
        and(
          eq(roundtableSeats.id, seatId),
          eq(roundtableSeats.roundtableId, roundtableId),
          isNull(roundtableSeats.withdrawnAt),
        ),
      );
    if (!room || !seat) return refused("not_found");
    if (!mayChair(by, room) && !mayNameAttendees(by, { invited: [seat.organisationId] }))
      return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    await recordInRoom(tx, { roundtableId, action: "seat.withdrawn", about: seatId, at });
    await tx
      .update(roundtableSeats)
      .set({ withdrawnBy: by.memberId, withdrawnAt: at })
      .where(eq(roundtableSeats.id, seatId));
    return done({ id: seatId });
  });
}
