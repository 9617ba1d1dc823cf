import type { Language } from "~/domain/advisories/advisory.form";
import type { findDesk } from "~/domain/drafts/desk.server";
import { requirementsOf } from "~/domain/drafts/draft";
import { type Conflict, type DraftChange, placeOf } from "~/domain/drafts/draft-change";
import type { Draft, DraftSummary, listComments } from "~/domain/drafts/drafts.server";
import type { saveDraftAsOf } from "~/domain/drafts/save-draft-as-of.server";
import { done, type Outcome, refused } from "~/domain/outcome";
import { paths } from "~/paths";
import { revisionTag } from "./entity-tag";
import { sentenceOf } from "./what-does-not-fit";

const iso = (at: Date | null) => at?.toISOString() ?? null;

export const draftSummaryAsAnswer = (draft: DraftSummary) => ({
  id: draft.id,
  number: draft.number,
  leadOrganisation: draft.leadOrganisationId,
  baseVersion: draft.baseVersion,
  scheduledFor: iso(draft.scheduledFor),
  embargoRefusal: draft.embargoRefusal,
  openedAt: draft.openedAt.toISOString(),
  revision: draft.revision,
  type: draft.type,
  title: draft.title,
  origin: draft.origin,
});

export const draftReply = (draft: Draft) =>
  done({
    headers: { ETag: revisionTag(draft.revision) },
    body: {
      id: draft.id,
      number: draft.number,
      leadOrganisation: draft.leadOrganisationId,
      baseVersion: draft.baseVersion,
      scheduledFor: iso(draft.scheduledFor),
      embargoRefusal: draft.embargoRefusal,
      openedAt: draft.openedAt.toISOString(),
      revision: draft.revision,
      contentHash: draft.contentHash,
      publishedAt: iso(draft.publishedAt),
      discardedAt: iso(draft.discardedAt),
      authorities: draft.authorities,
      authors: draft.authors,
      clearances: draft.clearances.map((one) => ({
        id: one.id,
        kind: one.kind,
        member: one.memberId,
        organisation: one.organisationId,
        contentHash: one.contentHash,
        note: one.note,
        at: one.at.toISOString(),
        takenBackAt: iso(one.takenBackAt),
      })),
      openComments: draft.openComments,
      content: draft.content,
    },
  });

export function openedReply(outcome: Outcome<{ id: string; number: string }>) {
  if (!outcome.ok) return outcome;
  const { id, number } = outcome.value;
  return done({ headers: { Location: paths.api(`/drafts/${id}`) }, body: { id, number } });
}

type Desk = NonNullable<Awaited<ReturnType<typeof findDesk>>>;

export const readinessAsAnswer = ({ draft, blockers, lapses }: Desk, language: Language) => ({
  ready: blockers.length === 0,
  revision: draft.revision,
  contentHash: draft.contentHash,
  blockers: blockers.map(({ reason, paths = [], count = null }) => ({
    reason,
    detail: sentenceOf(reason, language, { count: count ?? paths.length }),
    paths,
    count,
  })),
  requirements: requirementsOf(draft).map(({ organisationId, ...one }) => ({
    ...one,
    organisation: organisationId,
  })),
  lapsed: lapses.map(({ kind, memberId, at }) => ({ kind, member: memberId, at: at.toISOString() })),
});

type ListedComment = Awaited<ReturnType<typeof listComments>>[number];

export const commentAsAnswer = (comment: ListedComment) => ({
  ...comment,
  at: comment.at.toISOString(),
  resolvedAt: iso(comment.resolvedAt),
});

type Saved = { revision: number; contentHash: string };

export const savedAsReply = (outcome: Outcome<Saved>) => (outcome.ok ? savedAs(outcome.value) : outcome);

const savedAs = ({ revision, contentHash }: Saved) =>
  done({ headers: { ETag: revisionTag(revision) }, body: { revision, contentHash } });

/** A save, or why nothing of it was written: each contradiction with both texts and in words. */
export function savedReply(
  outcome: Awaited<ReturnType<typeof saveDraftAsOf>>,
  changes: DraftChange[],
  language: Language,
) {
  if (!outcome.ok) return outcome;
  if (outcome.value.kind === "saved") return savedAs(outcome.value);
  const { kind, revision, conflicts, refusals } = outcome.value;
  const pointerTo = (path: string) =>
    `/changes/${Math.max(
      0,
      changes.findIndex((change) => placeOf(change) === path || path.startsWith(`${placeOf(change)}/`)),
    )}`;
  const said = (path: string, reason: string) => ({
    pointer: pointerTo(path),
    in: "body" as const,
    reason: reason.replace(/^errors\./, ""),
    detail: sentenceOf(reason, language),
  });
  const errors = [
    ...conflicts.map((conflict) => ({
      ...said(conflict.path, `conflict_${conflict.kind}`),
      ...both(conflict),
    })),
    ...refusals.map(({ path, reason }) => said(path, reason)),
  ];
  return refused(kind === "stale" ? "stale_revision" : "changes_refused", { revision, errors });
}

const both = ({ path, theirs, mine }: Conflict) => ({ path, theirs, mine });
