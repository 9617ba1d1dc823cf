import { mayEditDraft } from "~/domain/advisories/advisory.policy";
import { isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { type Draft, lockDraft } from "./drafts.server";

/** The draft under a row lock, for an act that changes its content: open, not under embargo, and this viewer's to edit. */
export async function lockEditableDraft(
  tx: Transaction,
  draftId: string,
  by: Viewer,
): Promise<Outcome<{ draft: Draft; editor: Member }>> {
  const draft = await lockDraft(tx, draftId);
  if (!draft) return refused("not_found");
  if (!isMember(by) || !mayEditDraft(by, draft)) return refused("not_allowed");
  if (draft.publishedAt || draft.discardedAt) return refused("draft_closed");
  if (draft.scheduledFor) return refused("draft_scheduled");
  return done({ draft, editor: by });
}
