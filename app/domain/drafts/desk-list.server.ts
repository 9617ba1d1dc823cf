import type { Viewer } from "~/domain/members/viewer";
import { isMember } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { type ClearanceKind, clearanceKinds, clearanceObstacle, missingClearances } from "./draft";
import { mayClear } from "./draft.policy";
import { findDraft, listComments, listDrafts, namesOnDesk } from "./drafts.server";
import { publicationBlockers } from "./publication-blockers.server";

/** The open drafts that this viewer works on, each with what it lacks and what it wants of them. */
export function listDesk(db: Db, viewer: Viewer) {
  return asViewer(db, viewer, async (tx) => {
    const entries = [];
    for (const { id } of await listDrafts(tx, viewer)) {
      const draft = await findDraft(tx, viewer, id);
      if (!draft || !isMember(viewer)) continue;
      const names = await namesOnDesk(tx, viewer, draft);
      const comments = await listComments(tx, viewer, id);
      entries.push({
        id,
        number: draft.number,
        type: draft.content.type,
        title: draft.content.title,
        baseVersion: draft.baseVersion,
        nextVersion: (draft.currentVersion ?? 0) + 1,
        leadOrganisationId: draft.leadOrganisationId,
        scheduledFor: draft.scheduledFor,
        embargoRefusal: draft.embargoRefusal,
        openedAt: draft.openedAt,
        openedBy: names.people[draft.openedBy] ?? "",
        own: draft.openedBy === viewer.memberId,
        blockers: await publicationBlockers(tx, draft),
        comments: comments.filter(({ resolvedAt }) => !resolvedAt).length,
        wanted: wantedOf(draft, viewer),
      });
    }
    return entries;
  });
}

export type DeskEntry = Awaited<ReturnType<typeof listDesk>>[number];

type Wanting = Parameters<typeof clearanceObstacle>[0] & {
  leadOrganisationId: string;
  authorities: string[];
};

/** The clearances that are missing and that this member could give now. */
function wantedOf(
  draft: Wanting,
  viewer: Parameters<typeof mayClear>[0] & { memberId: string; organisationId: string },
): ClearanceKind[] {
  const missing = missingClearances(draft);
  return clearanceKinds.filter(
    (kind) =>
      mayClear(viewer, draft, kind) &&
      !clearanceObstacle(draft, viewer, kind) &&
      missing.some(
        (one) =>
          one.kind === kind && (one.organisationId === null || one.organisationId === viewer.organisationId),
      ),
  );
}
