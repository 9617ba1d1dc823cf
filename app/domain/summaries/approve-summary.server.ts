import { asActor } from "~/domain/as-actor.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { recordInRoom } from "~/domain/roundtables/record-in-room.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { tellRoom } from "~/domain/roundtables/tell-room.server";
import type { Db } from "~db/client.server";
import { roundtableSummaryApprovals } from "~db/schema";
import { lockSummary } from "./lock-summary.server";

type Approval = {
  roundtableId: string;
  /** Of the summary that was read. */
  revision: number;
  keys: SecretKeys;
  by: Viewer;
  at: Date;
};

/** A chair's word for their authority on the summary as it stands: its text, its readers, its date and whose name is on it. */
export function approveSummary(db: Db, { roundtableId, revision, keys, by, at }: Approval) {
  return asActor(db, by, async (tx) => {
    const locked = await lockSummary(tx, { roundtableId, keys, by, may: (room) => mayChair(by, room) });
    if (!locked.ok) return locked;
    const { room, kept } = locked.value;
    if (!mayChair(by, room)) return refused("not_allowed");
    if (!kept) return refused("summary_missing");
    if (kept.publishedAt) return refused("summary_published");
    if (kept.revision !== revision) return refused("stale");
    const [given] = await tx
      .insert(roundtableSummaryApprovals)
      .values({
        roundtableId,
        authorityId: by.organisationId,
        wordsHash: kept.wordsHash,
        memberId: by.memberId,
        approvedAt: at,
      })
      .onConflictDoNothing()
      .returning({ memberId: roundtableSummaryApprovals.memberId });
    if (!given) return refused("summary_approved");
    await recordInRoom(tx, { roundtableId, action: "summary.approved", at });
    await tellRoom(tx, { roundtableId, whom: room.parts.map(({ memberId }) => memberId), at });
    return done({ id: roundtableId });
  });
}
