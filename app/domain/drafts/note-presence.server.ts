import { and, eq, gt, ne, sql } from "drizzle-orm";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { clearances, draftComments, draftPresence, drafts, members, organisations } from "~db/schema";
import { findDraft } from "./drafts.server";

/** A page that has not been heard from for this long is taken to be closed. */
const goneAfterMs = 20_000;

type Presence = {
  draftId: string;
  /** The piece that the member is writing in; empty when in none. */
  path: string;
  by: Viewer;
  at: Date;
};

/** Says that this member has the draft open, and learns who else has and whether anything moved. Leaves no trace in the record. */
export function notePresence(db: Db, { draftId, path, by, at }: Presence) {
  return asViewer(db, by, async (tx) => {
    if (!isMember(by) || !(await findDraft(tx, by, draftId))) return refused("not_found");
    const row = { draftId, memberId: by.memberId, path: path.slice(0, 300), seenAt: at };
    await tx
      .insert(draftPresence)
      .values(row)
      .onConflictDoUpdate({
        target: [draftPresence.draftId, draftPresence.memberId],
        set: { path: row.path, seenAt: at },
      });
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
          ne(draftPresence.memberId, by.memberId),
          gt(draftPresence.seenAt, new Date(at.getTime() - goneAfterMs)),
        ),
      )
      .orderBy(members.name);
    return done({ others, stamp: await stampOf(tx, draftId) });
  });
}

/** Changes whenever something that the desk shows of this draft does. */
async function stampOf(tx: Transaction, draftId: string) {
  const [row] = await tx
    .select({
      stamp: sql<string>`concat_ws('.', ${drafts.revision}, extract(epoch from ${drafts.scheduledFor}), ${drafts.embargoRefusal},
        ${drafts.publishedAt} is not null, ${drafts.discardedAt} is not null,
        (select concat_ws('-', count(*), count(${clearances.takenBackAt})) from ${clearances} where ${clearances.draftId} = ${drafts.id}),
        (select concat_ws('-', count(*), count(${draftComments.resolvedAt})) from ${draftComments} where ${draftComments.draftId} = ${drafts.id}))`,
    })
    .from(drafts)
    .where(eq(drafts.id, draftId));
  return row?.stamp ?? "";
}
