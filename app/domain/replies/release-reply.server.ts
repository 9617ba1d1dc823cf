import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db, Transaction } from "~db/client.server";
import { points, replies, replyCitations, replyVersions, rounds, themePoints } from "~db/schema";
import { answersToName } from "./answers-to-name.server";
import { mayReadPoints, mayReleaseReply } from "./reply.policy";
import { replyBlockers } from "./reply-blockers";

type Release = {
  replyId: string;
  /** Of the words that were read: no others are released. */
  revision: number;
  by: Viewer;
  at: Date;
};

/** An officer who put no hand to a reply lets it go to its readers; it does not change from then on. */
export function releaseReply(db: Db, { replyId, revision, by, at }: Release) {
  return allOrNothing(db, by, async (tx) => {
    const [reply] = await tx
      .select({
        roundId: replies.roundId,
        row: replies.row,
        themeId: replies.themeId,
        authorityId: rounds.authorityId,
      })
      .from(replies)
      .innerJoin(rounds, eq(rounds.id, replies.roundId))
      .where(eq(replies.id, replyId));
    if (!reply || !isMember(by) || !mayReadPoints(by, reply)) return refused("not_found");
    if (!mayReleaseReply(by, { ...reply, writers: [] })) return refused("not_allowed");
    const [open] = await tx
      .select()
      .from(replyVersions)
      .where(and(eq(replyVersions.replyId, replyId), isNull(replyVersions.releasedAt)))
      .for("update");
    if (!open) return refused("reply_changed_meanwhile");
    if (!mayReleaseReply(by, { ...reply, writers: open.writers })) return refused("own_words");
    if (open.revision !== revision) return refused("reply_changed_meanwhile");
    const isCited = (await citationsOf(tx, replyId)) > 0;
    // An answer may have been withdrawn since it was named.
    const isAnswered = (await answersToName(tx, reply.roundId)).some(({ id }) => id === open.answeredIn);
    const [blocker] = replyBlockers(open, { isCited, names: open.amendedIn !== null, isAnswered });
    if (blocker) return refused(blocker);

    const rows = await rowsOf(tx, reply);
    const released = await tx
      .update(replyVersions)
      .set({ releasedBy: by.memberId, releasedAt: at, rows, amendedIn: null })
      .where(eq(replyVersions.id, open.id))
      .returning({ n: replyVersions.n });
    if (released.length === 0) return refused("not_allowed");
    if (open.amendedIn) {
      await tx
        .insert(replyCitations)
        .values({ replyId, versionId: open.amendedIn, citedBy: by.memberId, citedAt: at })
        .onConflictDoNothing();
    }
    await tx.execute(sql`select reply_tell(${replyId}::uuid, ${at.toISOString()}::timestamptz)`);
    await recordEvent(tx, {
      action: open.n === 1 ? "reply.released" : "reply.corrected",
      subject: { kind: "reply", id: replyId },
      detail: { version: open.n },
      at,
    });
    return done({ replyId, version: open.n });
  });
}

const citationsOf = (tx: Transaction, replyId: string) =>
  tx.$count(replyCitations, and(eq(replyCitations.replyId, replyId), isNotNull(replyCitations.versionId)));

/** The red flags that it speaks of: its own, or those that its theme's points were written on. */
async function rowsOf(tx: Transaction, { row, themeId }: { row: number | null; themeId: string | null }) {
  if (themeId === null) return row ? [row] : [];
  const found = await tx
    .selectDistinct({ row: points.row })
    .from(themePoints)
    .innerJoin(points, eq(points.id, themePoints.pointId))
    .where(eq(themePoints.themeId, themeId))
    .orderBy(points.row);
  return found.flatMap(({ row: n }) => (n > 0 ? [n] : []));
}
