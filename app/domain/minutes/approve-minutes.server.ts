import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import type { Db } from "~db/client.server";
import { roundtableMinuteApprovals } from "~db/schema";
import { lockMinutes } from "./lock-minutes.server";

type Approval = {
  roundtableId: string;
  /** Of the notes that were read. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** A chair's word for their authority on the notes as they stand, once everyone could comment. */
export function approveMinutes(db: Db, { roundtableId, revision, keys, by, at }: Approval) {
  return asActor(db, by, async (tx) => {
    const locked = await lockMinutes(tx, { roundtableId, keys, may: (one) => mayChair(by, one) });
    if (!locked.ok) return locked;
    const { room, minutes } = locked.value;
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!minutes?.submittedAt || !minutes.commentsUntil) return refused("notes_not_shown");
    if (minutes.commentsUntil > at) return refused("comments_open");
    if (minutes.revision !== revision) return refused("stale");
    const [given] = await tx
      .insert(roundtableMinuteApprovals)
      .values({
        roundtableId,
        authorityId: by.organisationId,
        notesHash: minutes.notesHash,
        memberId: by.memberId,
        approvedAt: at,
      })
      .onConflictDoNothing()
      .returning({ memberId: roundtableMinuteApprovals.memberId });
    if (!given) return refused("notes_approved");
    await recordInRoom(tx, { roundtableId, action: "minutes.approved", at });
    await tellRoom(tx, { roundtableId, whom: room.parts.map(({ memberId }) => memberId), at });
    return done({ id: roundtableId });
  });
}
