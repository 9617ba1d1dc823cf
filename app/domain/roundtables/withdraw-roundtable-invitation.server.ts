import { and, eq, isNull } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { roundtableInvitations } from "~db/schema";
import { lockRoundtable } from "./lock-roundtable.server";
import { recordInRoom } from "./record-in-room.server";
import { mayChair } from "./roundtable.policy";

type Withdrawal = { roundtableId: string; organisationId: string; keys: SecretKeys; by: Viewer; at: Date };

/** Takes an institution off the list with its seats; from then on the session does not exist for its people. */
export function withdrawRoundtableInvitation(
  db: Db,
  { roundtableId, organisationId, keys, by, at }: Withdrawal,
) {
  return asActor(db, by, async (tx) => {
    const room = await lockRoundtable(tx, { roundtableId, keys });
    if (!room?.invited.includes(organisationId)) return refused("not_found");
    if (!mayChair(by, room)) return refused("not_allowed");
    await tx
      .update(roundtableInvitations)
      .set({ withdrawnBy: by.memberId, withdrawnAt: at })
      .where(
        and(
          eq(roundtableInvitations.roundtableId, roundtableId),
          eq(roundtableInvitations.organisationId, organisationId),
          isNull(roundtableInvitations.withdrawnAt),
        ),
      );
    await recordInRoom(tx, { roundtableId, action: "invitation.withdrawn", about: organisationId, at });
    return done({ organisationId });
  });
}
