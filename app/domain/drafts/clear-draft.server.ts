import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { clearances } from "~db/schema";
import { type ClearanceKind, clearanceObstacle } from "./draft";
import { mayClear } from "./draft.policy";
import { lockDraft } from "./drafts.server";

type Clearing = {
  draftId: string;
  kind: ClearanceKind;
  /** The hash of what the member read; a clearance is of that content and no other. */
  contentHash: string;
  note: string;
  by: Viewer;
  at: Date;
};

/** Records that this member clears exactly this content. */
export function clearDraft(db: Db, { draftId, kind, contentHash, note, by, at }: Clearing) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!isMember(by) || !mayClear(by, draft, kind)) return refused("not_allowed");
    if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");
    if (contentHash !== draft.contentHash) return refused("changed_meanwhile");
    const obstacle = clearanceObstacle(draft, by, kind);
    if (obstacle) return refused(obstacle);

    const [row] = await tx
      .insert(clearances)
      .values({
        draftId,
        kind,
        memberId: by.memberId,
        organisationId: by.organisationId,
        contentHash,
        note: storable(note),
        at,
      })
      .returning({ id: clearances.id });
    if (!row) throw new Error("a clearance was not stored");
    await recordEvent(tx, {
      action: "draft.cleared",
      subject: { kind: "draft", id: draftId },
      detail: { kind, contentHash },
      at,
    });
    return done({ id: row.id });
  });
}
