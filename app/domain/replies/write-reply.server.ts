import { and, eq, isNull, sql } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db, Transaction } from "~db/client.server";
import { points, replies, replyVersions, roundRows } from "~db/schema";
import { amendingVersions } from "./amending-versions.server";
import { answersToName } from "./answers-to-name.server";
import { roundToAnswer } from "./closed-round.server";
import { quotesPoint } from "./quotes-point";
import type { ReplySubject } from "./reply";
import type { ReplyTexts } from "./reply.form";
import { findTheme } from "./theme.server";

type Writing = {
  roundId: string;
  subject: ReplySubject;
  /** Of the words that were read; 0 where none were being written. */
  revision: number;
  texts: ReplyTexts;
  by: Viewer;
  at: Date;
};

/** Keeps a reply as it is being written. After a release this begins its correction: the next version. */
export async function writeReply(db: Db, { roundId, subject, revision, texts, by, at }: Writing) {
  return allOrNothing(db, by, async (tx) => {
    const round = await roundToAnswer(tx, { roundId, by });
    if (!round.ok) return round;
    if (!isMember(by)) return refused("not_allowed");
    const all = [texts.said, texts.answer, texts.note].flatMap((one) => Object.values(one));
    const screened = await stopIdentifiers(tx, { texts: all, at });
    if (!screened.ok) return screened;
    const written = await tx
      .select({ written: points.written })
      .from(points)
      .where(eq(points.roundId, roundId));
    if (written.some((point) => all.some((text) => quotesPoint(text, point.written))))
      return refused("quotes_point");
    const { amendedIn: named } = texts;
    const amendedIn = named
      ? (await amendingVersions(tx, roundId)).find(
          ({ number, n }) => number === named.number && n === named.n,
        )?.id
      : null;
    if (amendedIn === undefined) return refused("version_unknown");
    const answeredIn = texts.outcome === "question" ? texts.answeredIn : null;
    if (answeredIn && !(await answersToName(tx, roundId)).some(({ id }) => id === answeredIn))
      return refused("answer_unknown");
    const reply = await lockReply(tx, roundId, subject);
    if (!reply.ok) return reply;

    const replyId = reply.value;
    const [open] = await tx
      .select({ id: replyVersions.id, revision: replyVersions.revision, writers: replyVersions.writers })
      .from(replyVersions)
      .where(and(eq(replyVersions.replyId, replyId), isNull(replyVersions.releasedAt)));
    if ((open?.revision ?? 0) !== revision) return refused("reply_changed_meanwhile");
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
  });
}

/** The reply to this subject, made where there was none; whoever writes it too waits. */
async function lockReply(tx: Transaction, roundId: string, subject: ReplySubject): Promise<Outcome<string>> {
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
  return done(reply.id);
}
