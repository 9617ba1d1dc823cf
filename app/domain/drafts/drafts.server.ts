import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { AdvisoryStatus } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { mayReadDraft } from "~/domain/advisories/advisory.policy";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisories,
  clearanceExceptions,
  clearances,
  draftComments,
  draftEdits,
  drafts,
  members,
  organisations,
} from "~db/schema";
import type { Clearance, ClearanceException } from "./draft";
import { type FormerAuthor, formerAuthorsOf, isEditedHere } from "./history";

/** A draft with what decides over it. */
export type Draft = {
  id: string;
  advisoryId: string;
  number: string;
  leadOrganisationId: string;
  status: AdvisoryStatus;
  currentVersion: number | null;
  firstPublishedAt: Date | null;
  baseVersion: number | null;
  content: AdvisoryContent;
  contentHash: string;
  revision: number;
  openedBy: string;
  openedAt: Date;
  scheduledFor: Date | null;
  scheduledBy: string | null;
  scheduledHash: string | null;
  embargoRefusal: string | null;
  publishedAt: Date | null;
  discardedAt: Date | null;
  authorities: string[];
  /** Everyone who opened or changed it. */
  authors: string[];
  formerAuthors: FormerAuthor[];
  /** An imported document that is no longer what its import made. */
  editedHere: boolean;
  clearances: Clearance[];
  exceptions: ClearanceException[];
  openComments: number;
};

const columns = {
  id: drafts.id,
  advisoryId: drafts.advisoryId,
  number: advisories.number,
  leadOrganisationId: advisories.leadOrganisationId,
  status: advisories.status,
  currentVersion: advisories.currentVersion,
  firstPublishedAt: advisories.firstPublishedAt,
  baseVersion: drafts.baseVersion,
  content: drafts.content,
  contentHash: drafts.contentHash,
  revision: drafts.revision,
  openedBy: drafts.openedBy,
  openedAt: drafts.openedAt,
  scheduledFor: drafts.scheduledFor,
  scheduledBy: drafts.scheduledBy,
  scheduledHash: drafts.scheduledHash,
  embargoRefusal: drafts.embargoRefusal,
  publishedAt: drafts.publishedAt,
  discardedAt: drafts.discardedAt,
  authorities: drafts.authorities,
};

/** The draft under a row lock, for an act; undefined if unseen. Acts on one draft queue here. */
export async function lockDraft(tx: Transaction, id: string): Promise<Draft | undefined> {
  const [locked] = await tx.select({ id: drafts.id }).from(drafts).where(eq(drafts.id, id)).for("update");
  return locked ? readDraft(tx, id) : undefined;
}

async function readDraft(tx: Transaction, id: string): Promise<Draft | undefined> {
  const [row] = await tx
    .select(columns)
    .from(drafts)
    .innerJoin(advisories, eq(advisories.id, drafts.advisoryId))
    .where(eq(drafts.id, id));
  if (!row) return undefined;
  const edits = await tx
    .select({
      draftId: draftEdits.draftId,
      baseVersion: drafts.baseVersion,
      revision: draftEdits.revision,
      memberId: draftEdits.memberId,
      paths: draftEdits.paths,
      contentHash: draftEdits.contentHash,
    })
    .from(draftEdits)
    .innerJoin(drafts, eq(drafts.id, draftEdits.draftId))
    .where(and(eq(drafts.advisoryId, row.advisoryId), or(eq(drafts.id, id), isNotNull(drafts.publishedAt))));
  const own = edits.filter(({ draftId }) => draftId === id);
  const given = await tx
    .select()
    .from(clearances)
    .where(eq(clearances.draftId, id))
    .orderBy(asc(clearances.at));
  const exceptions = await tx
    .select()
    .from(clearanceExceptions)
    .where(
      and(inArray(clearanceExceptions.organisationId, row.authorities), isNull(clearanceExceptions.endedAt)),
    )
    .orderBy(desc(clearanceExceptions.setAt));
  const openComments = await tx.$count(
    draftComments,
    and(eq(draftComments.draftId, id), isNull(draftComments.resolvedAt)),
  );
  return {
    ...row,
    authors: [...new Set([row.openedBy, ...own.map(({ memberId }) => memberId)])],
    formerAuthors: formerAuthorsOf(
      row.content,
      edits.filter(({ draftId }) => draftId !== id),
    ),
    editedHere: isEditedHere(row.content, row.contentHash, edits),
    clearances: given,
    exceptions,
    openComments,
  };
}

export function findDraft(db: Db, viewer: Viewer, id: string): Promise<Draft | undefined> {
  return asViewer(db, viewer, async (tx) => {
    const draft = await readDraft(tx, id);
    return draft && mayReadDraft(viewer, draft) ? draft : undefined;
  });
}

export type DraftSummary = Pick<
  Draft,
  | "id"
  | "number"
  | "leadOrganisationId"
  | "baseVersion"
  | "scheduledFor"
  | "embargoRefusal"
  | "openedAt"
  | "revision"
> & { type: AdvisoryContent["type"]; title: AdvisoryContent["title"]; origin: AdvisoryContent["origin"] };

/** The open drafts of the viewer's authority, newest first. */
export function listDrafts(db: Db, viewer: Viewer): Promise<DraftSummary[]> {
  return asViewer(db, viewer, async (tx) => {
    const rows = await tx
      .select(columns)
      .from(drafts)
      .innerJoin(advisories, eq(advisories.id, drafts.advisoryId))
      .where(and(isNull(drafts.publishedAt), isNull(drafts.discardedAt)))
      .orderBy(desc(drafts.openedAt));
    return rows
      .filter((row) => mayReadDraft(viewer, row))
      .map(({ content, ...row }) => ({
        ...row,
        type: content.type,
        title: content.title,
        origin: content.origin,
      }));
  });
}

/** Edits without their words, newest first: who changed which pieces, and the hash that came of it. */
export function listEdits(db: Db, viewer: Viewer, draftId: string) {
  return asViewer(db, viewer, (tx) =>
    tx
      .select({
        revision: draftEdits.revision,
        memberId: draftEdits.memberId,
        name: members.name,
        at: draftEdits.at,
        paths: draftEdits.paths,
        contentHash: draftEdits.contentHash,
      })
      .from(draftEdits)
      .leftJoin(members, eq(members.id, draftEdits.memberId))
      .where(eq(draftEdits.draftId, draftId))
      .orderBy(desc(draftEdits.revision)),
  );
}

export function listComments(db: Db, viewer: Viewer, draftId: string) {
  return asViewer(db, viewer, (tx) =>
    tx
      .select({
        id: draftComments.id,
        path: draftComments.path,
        body: draftComments.body,
        at: draftComments.at,
        name: members.name,
        organisation: organisations.shortName,
        resolvedAt: draftComments.resolvedAt,
      })
      .from(draftComments)
      .leftJoin(members, eq(members.id, draftComments.memberId))
      .leftJoin(organisations, eq(organisations.id, members.organisationId))
      .where(eq(draftComments.draftId, draftId))
      .orderBy(asc(draftComments.at)),
  );
}

/** Names of people and authorities that a desk shows, by id. */
export function namesOnDesk(db: Db, viewer: Viewer, draft: Draft) {
  return asViewer(db, viewer, async (tx) => {
    const ids = [...new Set([...draft.authors, ...draft.clearances.map((one) => one.memberId)])];
    const people = await tx
      .select({ id: members.id, name: members.name, organisationId: members.organisationId })
      .from(members)
      .where(inArray(members.id, ids));
    const bodies = await tx
      .select({ id: organisations.id, shortName: organisations.shortName })
      .from(organisations)
      .where(inArray(organisations.id, draft.authorities));
    return {
      people: Object.fromEntries(people.map((one) => [one.id, one.name])),
      authorities: Object.fromEntries(bodies.map((one) => [one.id, one.shortName])),
    };
  });
}
