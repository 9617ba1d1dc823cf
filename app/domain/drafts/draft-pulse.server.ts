import { and, eq, gt, ne, sql } from "drizzle-orm";
import { mayReadDraft } from "~/domain/advisories/advisory.policy";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { clearances, draftComments, draftPresence, drafts, members, organisations } from "~db/schema";

/** A page that has not been heard from for this long is taken to be closed. */
const goneAfterMs = 20_000;

export type Pulse = {
  /** Who else has the draft open, and in which piece they write; empty when in none. */
  others: { memberId: string; name: string; organisation: string; path: string }[];
  /** Changes whenever something that the desk shows of this draft does. */
  stamp: string;
};

type Asked = { draftId: string; at: Date };

/** What an open page has to know between two loads; undefined where the draft is not the viewer's to read. */
export const findPulse = (db: Db, viewer: Member, { draftId, at }: Asked) =>
  asViewer(db, viewer, (tx) => readPulse(tx, viewer, draftId, at));

export async function readPulse(
  tx: Transaction,
  viewer: Member,
  draftId: string,
  at: Date,
): Promise<Pulse | undefined> {
  const [draft] = await tx
    .select({
      authorities: drafts.authorities,
      stamp: sql<string>`concat_ws('.', ${drafts.revision}, extract(epoch from ${drafts.scheduledFor}), ${drafts.embargoRefusal},
        ${drafts.publishedAt} is not null, ${drafts.discardedAt} is not null,
        (select concat_ws('-', count(*), count(${clearances.takenBackAt})) from ${clearances} where ${clearances.draftId} = ${drafts.id}),
        (select concat_ws('-', count(*), count(${draftComments.resolvedAt})) from ${draftComments} where ${draftComments.draftId} = ${drafts.id}))`,
    })
    .from(drafts)
    .where(eq(drafts.id, draftId));
  if (!draft || !mayReadDraft(viewer, draft)) return undefined;
  const others = await tx
    .select({
      memberId: draftPresence.memberId,
      name: members.name,
      organisation: organisations.shortName,
      path: draftPresence.path,
    })
    .from(draftPresence)
    .innerJoin(members, eq(members.id, draftPresence.memberId))
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(
      and(
        eq(draftPresence.draftId, draftId),
        ne(draftPresence.memberId, viewer.memberId),
        gt(draftPresence.seenAt, new Date(at.getTime() - goneAfterMs)),
      ),
    )
    .orderBy(members.name, members.id);
  return { others, stamp: draft.stamp };
}
