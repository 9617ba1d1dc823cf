import { and, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { isAuthorityStaff, type Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import { roundtableSeats, roundtables } from "~db/schema";
import type { Occasion } from "./occasion";

/**
 * Convened sessions of those who have a part or a seat in them, unless they said that they do not come. A cancelled one stays until
 * it would have ended, so that calendars strike it out. Nothing here leads to the room: who sees a calendar learns of no room.
 */
export async function sessionDates(tx: Transaction, viewer: Member, at: Date): Promise<Occasion[]> {
  const rows = await tx
    .select({
      id: roundtables.id,
      startsAt: roundtables.startsAt,
      endsAt: roundtables.endsAt,
      movedAt: roundtables.movedAt,
      convenedAt: roundtables.convenedAt,
      cancelledAt: roundtables.cancelledAt,
      seat: roundtableSeats.id,
      answer: roundtableSeats.answer,
    })
    .from(roundtables)
    .leftJoin(
      roundtableSeats,
      and(
        eq(roundtableSeats.roundtableId, roundtables.id),
        eq(roundtableSeats.memberId, viewer.memberId),
        isNull(roundtableSeats.withdrawnAt),
      ),
    )
    .where(and(isNotNull(roundtables.convenedAt), gt(roundtables.endsAt, at)));
  return rows.flatMap(({ id, startsAt, endsAt, movedAt, convenedAt, cancelledAt, seat, answer }) => {
    const isIn = isAuthorityStaff(viewer) || (seat !== null && answer !== "not-coming");
    if (!isIn || !convenedAt) return [];
    return [
      {
        uid: `session-${id}`,
        kind: "session" as const,
        when: { at: startsAt, until: endsAt },
        changedAt: new Date(Math.max(movedAt.getTime(), convenedAt.getTime())),
        about: { page: "today" as const },
        ...(cancelledAt ? { cancelled: true as const } : {}),
      },
    ];
  });
}
