import { eq } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { indicators } from "~db/schema";
import { lapsedClearances } from "./draft";
import { type Draft, findDraft, listComments, listEdits, namesOnDesk } from "./drafts.server";
import { publicationBlockers } from "./publication-blockers.server";
import type { Lapse } from "./standing";

type Edit = Awaited<ReturnType<typeof listEdits>>[number];

/** All that the desk shows of one draft, read in one transaction; undefined if this viewer may not see it. */
export function findDesk(db: Db, viewer: Viewer, id: string) {
  return asViewer(db, viewer, async (tx) => {
    const draft = await findDraft(tx, viewer, id);
    if (!draft) return undefined;
    const edits = await listEdits(tx, viewer, id);
    const names = await namesOnDesk(tx, viewer, draft);
    const issued = await tx
      .select({ id: indicators.id })
      .from(indicators)
      .where(eq(indicators.advisoryId, draft.advisoryId));
    return {
      draft,
      /** Red flags that stood in a version: withdrawn or merged, never removed. */
      issuedFlags: issued.map(({ id }) => id),
      comments: await listComments(tx, viewer, id),
      names,
      blockers: await publicationBlockers(tx, draft),
      lapses: lapsesOf(draft, edits, names.people),
    };
  });
}

/** `edits` newest first. The edit right after the one that made the cleared content is the one that undid the clearance. */
function lapsesOf(draft: Draft, edits: Edit[], people: Record<string, string>): Lapse[] {
  return lapsedClearances(draft).map(({ kind, memberId, at, contentHash }) => {
    const cleared = edits.find((edit) => edit.contentHash === contentHash && edit.at <= at);
    const undoing = cleared && edits.find((edit) => edit.revision === cleared.revision + 1);
    return { kind, memberId, name: people[memberId] ?? "", at, undoneBy: undoing ?? null };
  });
}
