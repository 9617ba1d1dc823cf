import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { roundtableSeats } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import type { SeatAnswer } from "./roundtable";
import { mayAnswerSeat } from "./roundtable.policy";

type Answer = { roundtableId: string; answer: SeatAnswer; keys: SecretKeys; by: Viewer; at: Date };

/** Whether one comes; it can be said again until the session begins. */
export function answerSeat(db: Db, { roundtableId, answer, keys, by, at }: Answer) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room || by.memberId === null) return refused("not_found");
    const [seat] = await tx
      .select({ id: roundtableSeats.id, memberId: roundtableSeats.memberId, answer: roundtableSeats.answer })
      .from(roundtableSeats)
      .where(
        and(
          eq(roundtableSeats.roundtableId, roundtableId),
          eq(roundtableSeats.memberId, by.memberId),
          isNull(roundtableSeats.withdrawnAt),
        ),
      );
    if (!seat || !mayAnswerSeat(by, seat)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.startsAt <= at) return refused("session_begun");
    if (seat.answer === answer) return done({ id: seat.id });
    await tx.update(roundtableSeats).set({ answer, answeredAt: at }).where(eq(roundtableSeats.id, seat.id));
    await recordInRoom(tx, { roundtableId, action: "seat.answered", about: seat.id, at });
    return done({ id: seat.id });
  });
}
