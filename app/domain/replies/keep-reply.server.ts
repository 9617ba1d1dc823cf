import { and, desc, eq, sql } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Transaction } from "~db/client.server";
import { points, replies, replyVersions, roundRows } from "~db/schema";
import { amendingVersions } from "./amending-versions.server";
import { answersToName } from "./answers-to-name.server";
import type { ReplySubject } from "./reply";
import type { ReplyTexts } from "./reply.form";
import { findTheme } from "./theme.server";

type Keeping = {
  roundId: string;
  replyId: string;
  open: typeof replyVersions.$inferSelect | undefined;
  texts: ReplyTexts;
  by: Member;
  at: Date;
};

/** One more revision of a locked reply, or the first of its next version. */
export async function keepReply(tx: Transaction, { roundId, replyId, open, texts, by, at }: Keeping) {
  const { amendedIn: named } = texts;
  const amendedIn = named
    ? (await amendingVersions(tx, roundId)).find(({ number, n }) => number === named.number && n === named.n)
        ?.id
    : null;
  if (amendedIn === undefined) return refused("version_unknown");
  const answeredIn = texts.outcome === "question" ? texts.answeredIn : null;
  if (answeredIn && !(await answersToName(tx, roundId)).some(({ id }) => id === answeredIn))
    return refused("answer_unknown");
  const { said, answer, outcome, note } = storable(texts);
  const words = { said, answer, outcome, note, amendedIn, answeredIn, writtenAt: at };
  if (open) {
    const writers = [...new Set([...open.writers, by.memberId])];
    await tx
      .update(replyVersions)
      .set({ ...words, writers, revision: open.revision + 1 })
      .where(eq(replyVersions.id, open.id));
  } else {
    const [last] = await tx
      .select({ n: sql<number>`coalesce(max(${replyVersions.n}), 0)::int` })
      .from(replyVersions)
      .where(eq(replyVersions.replyId, replyId));
    await tx
      .insert(replyVersions)
      .values({ ...words, replyId, n: (last?.n ?? 0) + 1, writers: [by.memberId] });
  }
  await recordEvent(tx, { action: "reply.written", subject: { kind: "reply", id: replyId }, at });
  return done({ replyId, revision: (open?.revision ?? 0) + 1 });
}

/** The words of every point of a round: no reply repeats them. */
export async function writtenIn(tx: Transaction, roundId: string) {
  const found = await tx.select({ written: points.written }).from(points).where(eq(points.roundId, roundId));
  return found.map(({ written }) => written);
}

/** The reply to this subject, made where there was none, and what is being written; whoever writes it too waits. */
export async function lockReply(tx: Transaction, roundId: string, subject: ReplySubject) {
  if ("themeId" in subject) {
    const theme = await findTheme(tx, subject.themeId);
    if (theme?.roundId !== roundId) return refused("not_found");
  } else if (subject.row !== 0) {
    const there = await tx.$count(
      roundRows,
      and(eq(roundRows.roundId, roundId), eq(roundRows.n, subject.row)),
    );
    if (there === 0) return refused("not_found");
  }
  const place = "themeId" in subject ? `theme ${subject.themeId}` : `row ${roundId} ${subject.row}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ribera.reply ${place}`}, 0))`);
  await tx
    .insert(replies)
    .values({ roundId, ...subject })
    .onConflictDoNothing();
  const [reply] = await tx
    .select({ id: replies.id })
    .from(replies)
    .where(
      "themeId" in subject
        ? eq(replies.themeId, subject.themeId)
        : and(eq(replies.roundId, roundId), eq(replies.row, subject.row)),
    );
  if (!reply) throw new Error("a reply was not stored");
  const versions = await tx
    .select()
    .from(replyVersions)
    .where(eq(replyVersions.replyId, reply.id))
    .orderBy(desc(replyVersions.n));
  const [last] = versions;
  return done({
    replyId: reply.id,
    open: versions.find(({ releasedAt }) => releasedAt === null),
    /** What was released last, or is being written. */
    last,
  });
}
