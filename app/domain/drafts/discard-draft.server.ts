import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { drafts } from "~db/schema";
import { mayDiscardDraft } from "./draft.policy";
import { lockDraft } from "./drafts.server";

/** Closes a draft without publishing it. Its words stay on record for the authority; its number stays taken. */
export function discardDraft(db: Db, { draftId, by, at }: { draftId: string; by: Viewer; at: Date }) {
  return asActor(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    if (!draft) return refused("not_found");
    if (!mayDiscardDraft(by, draft)) return refused("not_allowed");
    if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");

    await tx.update(drafts).set({ discardedAt: at, scheduledFor: null }).where(eq(drafts.id, draftId));
    await recordEvent(tx, { action: "draft.discarded", subject: { kind: "draft", id: draftId }, at });
    return done({ id: draftId });
  });
}
