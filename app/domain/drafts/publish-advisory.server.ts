import { eq } from "drizzle-orm";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { freezeVersion } from "~/domain/advisories/freeze-version.server";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { catalogueTypologies } from "~/domain/typologies/catalogue-typologies.server";
import type { Db, Transaction } from "~db/client.server";
import { drafts } from "~db/schema";
import { type Draft, lockDraft } from "./drafts.server";
import { publicationBlockers } from "./publication-blockers.server";

type Publication = {
  draftId: string;
  /** The hash that the publisher saw; left out by the embargo job, which publishes what was scheduled. */
  contentHash?: string | undefined;
  by: Viewer;
  at: Date;
};
type Published = { number: string; version: number };

/** Publishes a draft as the advisory's next version. Twice, or from two processes at once, it happens once. */
export function publishAdvisory(db: Db, publication: Publication): Promise<Outcome<Published>> {
  return allOrNothing(db, publication.by, (tx) => publishIn(tx, publication));
}

async function publishIn(
  tx: Transaction,
  { draftId, contentHash, by, at }: Publication,
): Promise<Outcome<Published>> {
  const draft = await lockDraft(tx, draftId);
  if (!draft) return refused("not_found");
  if (!isMember(by) || !mayPublish(by, draft)) return refused("not_allowed");
  if (draft.publishedAt) return refused("already_published");
  if (draft.discardedAt) return refused("draft_closed");
  if (contentHash !== undefined && contentHash !== draft.contentHash) return refused("changed_meanwhile");

  const blockers = await publicationBlockers(tx, draft);
  if (blockers.length > 0) return refused("not_ready", { blockers });
  return issue(tx, draft, by, at);
}

/** Freezes the draft into the next version; the caller has decided that it may be. */
export async function issue(
  tx: Transaction,
  draft: Draft,
  by: Viewer & { memberId: string; organisationId: string },
  at: Date,
): Promise<Outcome<Published>> {
  await catalogueTypologies(tx, { content: draft.content, by, at });
  const version = await freezeVersion(tx, {
    advisory: {
      id: draft.advisoryId,
      number: draft.number,
      currentVersion: draft.currentVersion,
      leadOrganisationId: draft.leadOrganisationId,
      firstPublishedAt: draft.firstPublishedAt,
    },
    content: draft.content,
    contentHash: draft.contentHash,
    authorities: draft.authorities,
    by,
    at,
  });
  if (!version.ok) return version;
  await tx.update(drafts).set({ publishedAt: at, scheduledFor: null }).where(eq(drafts.id, draft.id));
  await recordEvent(tx, {
    action: "advisory.published",
    subject: { kind: "advisory", id: draft.advisoryId },
    detail: { number: draft.number, version: version.value.n, contentHash: draft.contentHash },
    at,
  });
  return done({ number: draft.number, version: version.value.n });
}
