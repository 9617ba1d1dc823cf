import { and, eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { organisations } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayChair } from "./roundtable.policy";
import { tellRoom } from "./tell-room.server";

type Invitation = {
  roundtableId: string;
  organisationId: string;
  /** How many people it may send. */
  seats: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** Puts an institution on the list; it learns of it when the session is convened, or at once if it is. */
export function inviteToRoundtable(
  db: Db,
  { roundtableId, organisationId, seats, keys, by, at }: Invitation,
) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    if (room.cancelledAt) return refused("session_cancelled");
    if (room.endedAt || room.endsAt <= at) return refused("session_over");
    if (room.invited.includes(organisationId)) return refused("on_the_list");
    const [house] = await tx
      .select({ vetting: organisations.vetting })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), eq(organisations.kind, "institution")));
    if (house?.vetting !== "vetted") return refused("not_to_be_invited");

    await tx.execute(sql`insert into roundtable_invitations (roundtable_id, organisation_id, seats, invited_by, invited_at)
      values (${roundtableId}::uuid, ${organisationId}::uuid, ${seats}, ${by.memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordInRoom(tx, { roundtableId, action: "organisation.invited", about: organisationId, at });
    if (room.convenedAt) await tellRoom(tx, { roundtableId, whom: [organisationId], at });
    return done({ organisationId, seats });
  });
}
