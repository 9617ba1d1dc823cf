import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { members, roundtableSeats } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayNameAttendees } from "./roundtable.policy";
import { tellRoom } from "./tell-room.server";

type Naming = { roundtableId: string; memberId: string; keys: SecretKeys; by: Viewer; at: Date };

/** An institution says whom it sends, up to its seats; whoever is named learns of the session, nobody else there does. */
export function nameAttendee(db: Db, { roundtableId, memberId, keys, by, at }: Naming) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayNameAttendees(by, room)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.endedAt || room.endsAt <= at) return refused("session_over");
    const [colleague] = await tx
      .select({ id: members.id })
      .from(members)
      .where(
        and(eq(members.id, memberId), eq(members.organisationId, by.organisationId), isNull(members.leftAt)),
      );
    if (!colleague) return refused("no_colleague");
    const taken = await tx
      .select({ memberId: roundtableSeats.memberId })
      .from(roundtableSeats)
      .where(
        and(
          eq(roundtableSeats.roundtableId, roundtableId),
          eq(roundtableSeats.organisationId, by.organisationId),
          isNull(roundtableSeats.withdrawnAt),
        ),
      );
    if (taken.some((one) => one.memberId === memberId)) return refused("already_named");
    const seats = room.invitations.find((one) => one.organisationId === by.organisationId)?.seats ?? 0;
    if (taken.length >= seats) return refused("no_seat_left", { seats });

    const id = randomUUID();
    await tx.execute(sql`insert into roundtable_seats (id, roundtable_id, organisation_id, member_id, named_by, named_at)
      values (${id}::uuid, ${roundtableId}::uuid, ${by.organisationId}::uuid, ${memberId}::uuid, ${by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "seat.named", about: id, at });
    await tellRoom(tx, { roundtableId, whom: [memberId], at });
    return done({ id });
  });
}
