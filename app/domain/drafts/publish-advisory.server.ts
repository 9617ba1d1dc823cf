import { eq } from "drizzle-orm";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { freezeVersion } from "~/domain/advisories/freeze-version.server";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { catalogueTypologies } from "~/domain/typologies/catalogue-typologies.server";
import type { Db, Transaction } from "~db/client.server";
import { advisories, drafts } from "~db/schema";
import { type Draft, lockDraft } from "./drafts.server";
import { publicationBlockers } from "./publication-blockers.server";

type Publication = {
  draftId: string;
  /** The hash that the publisher saw; left out where the same act made the content. */
  contentHash?: string | undefined;
  /** By the embargo job: only what was scheduled, and only if its time has come and nobody lifted it. */
  embargoed?: boolean;
  by: Viewer;
  at: Date;
};
type Published = { number: string; version: number };

/** Publishes a draft as the advisory's next version. Twice, or from two processes at once, it happens once. */
export function publishAdvisory(db: Db, publication: Publication): Promise<Outcome<Published>> {
  const { by } = publication;
  return asActor(db, by, (within) => allOrNothing(within, by, (tx) => publishIn(tx, publication)));
}

async function publishIn(
  tx: Transaction,
  { draftId, contentHash, embargoed, by, at }: Publication,
): Promise<Outcome<Published>> {
  const draft = await lockDraft(tx, draftId);
  if (!draft) return refused("not_found");
  if (!isMember(by) || !mayPublish(by, draft)) return refused("not_allowed");
  if (draft.publishedAt) return refused("already_published");
  if (draft.discardedAt) return refused("draft_closed");
  if (embargoed && !(draft.scheduledFor && draft.scheduledFor <= at)) return refused("not_scheduled");
  if (embargoed && draft.scheduledHash !== draft.contentHash) return refused("changed_meanwhile");
  if (contentHash !== undefined && contentHash !== draft.contentHash) return refused("changed_meanwhile");

  // A withdrawal in the same instant is waited for: what is out of force gets no further version.
  const [advisory] = await tx
    .select({ status: advisories.status })
    .from(advisories)
    .where(eq(advisories.id, draft.advisoryId))
    .for("update");
  if (!advisory) return refused("not_found");
  const blockers = await publicationBlockers(tx, { ...draft, status: advisory.status });
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
