import { eq } from "drizzle-orm";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { drafts } from "~db/schema";
import { lockDraft } from "./drafts.server";
import { publicationBlockers } from "./publication-blockers.server";

type Scheduling = { draftId: string; contentHash: string; embargo: Date; by: Viewer; at: Date };

/** Sets an embargo: the job publishes this content at that instant in the name of whoever set it. */
export function schedulePublication(db: Db, { draftId, contentHash, embargo, by, at }: Scheduling) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!isMember(by) || !mayPublish(by, draft)) return refused("not_allowed");
    if (draft.publishedAt) return refused("already_published");
    if (draft.discardedAt) return refused("draft_closed");
    if (contentHash !== draft.contentHash) return refused("changed_meanwhile");
    if (embargo <= at) return refused("embargo_past");
    const blockers = await publicationBlockers(tx, draft);
    if (blockers.length > 0) return refused("not_ready", { blockers });

    await tx
      .update(drafts)
      .set({
        scheduledFor: embargo,
        scheduledBy: by.memberId,
        scheduledAt: at,
        scheduledHash: contentHash,
        embargoRefusal: null,
      })
      .where(eq(drafts.id, draftId));
    await recordEvent(tx, {
      action: "draft.scheduled",
      subject: { kind: "draft", id: draftId },
      detail: { contentHash, embargo: embargo.toISOString() },
      at,
    });
    return done({ scheduledFor: embargo });
  });
}
