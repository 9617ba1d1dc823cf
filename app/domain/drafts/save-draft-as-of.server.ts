import { allOrNothing } from "~/domain/all-or-nothing.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import type { Conflict, DraftChange, Refusal } from "./draft-change";
import { lockDraft } from "./drafts.server";
import { saveDraft } from "./save-draft.server";

type Saving = {
  draftId: string;
  changes: DraftChange[];
  /** Whether the writer has read the draft at this revision. */
  isAsRead: (revision: number) => boolean;
  by: Viewer;
  at: Date;
};

type Saved =
  | { kind: "saved"; revision: number; contentHash: string }
  /** Nothing was written: others changed the draft since it was read. */
  | { kind: "stale"; revision: number; conflicts: Conflict[]; refusals: Refusal[] }
  /** Nothing was written: some changes do not fit what is there. */
  | { kind: "unfit"; revision: number; conflicts: Conflict[]; refusals: Refusal[] };

/** Applies edits to the draft as the writer read it, all of them or none. */
export async function saveDraftAsOf(
  db: Db,
  { draftId, changes, isAsRead, by, at }: Saving,
): Promise<Outcome<Saved>> {
  let unwritten: Saved | undefined;
  const outcome = await allOrNothing<Saved>(db, by, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    const { revision } = draft ?? { revision: 0 };
    const saved = await saveDraft(tx, { draftId, changes, by, at });
    if (!saved.ok || !draft) return saved.ok ? refused("not_found") : saved;
    const { conflicts, refusals } = saved.value;
    if (!isAsRead(revision)) {
      unwritten = { kind: "stale", revision, conflicts, refusals };
    } else if (conflicts.length + refusals.length > 0) {
      unwritten = { kind: "unfit", revision, conflicts, refusals };
    }
    if (unwritten) return refused("changes_refused");
    return done({ kind: "saved", revision: saved.value.revision, contentHash: saved.value.contentHash });
  });
  return unwritten ? done(unwritten) : outcome;
}
