import { asc, desc, eq, inArray, sql } from "drizzle-orm";
import { isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  members,
  organisations,
  points,
  replies,
  replyCitations,
  replyVersions,
  rounds,
  themePoints,
  themes,
} from "~db/schema";
import { amendingVersions } from "./amending-versions.server";
import { answersToName } from "./answers-to-name.server";
import { roundToAnswer } from "./closed-round.server";
import { mayReadPoints, mayReleaseReply, mayWriteReplies } from "./reply.policy";
import { replyBlockers } from "./reply-blockers";

/** All that was written in a closed round, with its themes and replies: to the authority that ran it. */
export function findPoints(db: Db, by: Viewer, roundId: string) {
  return asViewer(db, by, async (tx) => {
    const [round] = await tx
      .select({ id: rounds.id, authorityId: rounds.authorityId, closedAt: rounds.closedAt })
      .from(rounds)
      .where(eq(rounds.id, roundId));
    if (!round?.closedAt || !isMember(by) || !mayReadPoints(by, round)) return undefined;
    const written = await tx
      .select({
        id: points.id,
        row: points.row,
        question: points.question,
        written: points.written,
        organisationId: points.organisationId,
        /** Of identified rounds alone. */
        institution: organisations.shortName,
      })
      .from(points)
      .leftJoin(organisations, eq(organisations.id, points.organisationId))
      .where(eq(points.roundId, roundId))
      .orderBy(asc(points.row), asc(points.question), asc(points.id));
    const placed = await tx
      .select({ themeId: themePoints.themeId, pointId: themePoints.pointId })
      .from(themePoints)
      .innerJoin(themes, eq(themes.id, themePoints.themeId))
      .where(eq(themes.roundId, roundId));
    return {
      mayWrite: mayWriteReplies(by, round) && (await roundToAnswer(tx, { roundId, by })).ok,
      points: written.map((point) => ({
        ...point,
        themes: placed.filter(({ pointId }) => pointId === point.id).map(({ themeId }) => themeId),
      })),
      themes: await tx
        .select({ id: themes.id, name: themes.name })
        .from(themes)
        .where(eq(themes.roundId, roundId))
        .orderBy(asc(themes.createdAt), asc(themes.id)),
      replies: await writtenReplies(tx, roundId, { by, authorityId: round.authorityId }),
      versions: (await amendingVersions(tx, roundId)).map(({ number, n }) => ({ number, n })),
      answers: await answersToName(tx, roundId),
    };
  });
}

/** Replies with what was released last and what is being written. */
async function writtenReplies(
  tx: Transaction,
  roundId: string,
  { by, authorityId }: { by: Member; authorityId: string },
) {
  const heads = await tx
    .select({
      id: replies.id,
      row: replies.row,
      themeId: replies.themeId,
      isCited: sql<boolean>`exists (select 1 from ${replyCitations} where ${replyCitations.replyId} = ${replies.id} and ${replyCitations.versionId} is not null)`,
    })
    .from(replies)
    .where(eq(replies.roundId, roundId));
  if (heads.length === 0) return [];
  const versions = await tx
    .select()
    .from(replyVersions)
    .where(
      inArray(
        replyVersions.replyId,
        heads.map(({ id }) => id),
      ),
    )
    .orderBy(desc(replyVersions.n));
  const issued = await amendingVersions(tx, roundId);
  const standing = new Set((await answersToName(tx, roundId)).map(({ id }) => id));
  const names = new Map(
    (
      await tx
        .select({ id: members.id, name: members.name })
        .from(members)
        .where(eq(members.organisationId, authorityId))
    ).map(({ id, name }) => [id, name]),
  );
  return heads.map(({ isCited, ...head }) => {
    const own = versions.filter(({ replyId }) => replyId === head.id);
    const wordsOf = ({ n, said, answer, outcome, note, answeredIn }: (typeof own)[number]) => ({
      n,
      said,
      answer,
      outcome,
      note,
      answeredIn,
    });
    const open = own.find(({ releasedAt }) => releasedAt === null);
    const released = own.find(({ releasedAt }) => releasedAt !== null);
    const amendedIn = issued.find(({ id }) => id === open?.amendedIn);
    return {
      ...head,
      isCited,
      released: released && { ...wordsOf(released), releasedAt: released.releasedAt },
      open: open && {
        ...wordsOf(open),
        revision: open.revision,
        amendedIn: amendedIn ? { number: amendedIn.number, n: amendedIn.n } : null,
        writers: open.writers.map((id) => names.get(id) ?? ""),
        blockers: replyBlockers(open, {
          isCited,
          names: open.amendedIn !== null,
          isAnswered: open.answeredIn !== null && standing.has(open.answeredIn),
        }),
        mayRelease: mayReleaseReply(by, { authorityId, writers: open.writers }),
      },
    };
  });
}

export type Points = NonNullable<Awaited<ReturnType<typeof findPoints>>>;
