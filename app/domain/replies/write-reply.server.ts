import { allOrNothing } from "~/domain/all-or-nothing.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import type { Db } from "~db/client.server";
import { roundToAnswer } from "./closed-round.server";
import { keepReply, lockReply, writtenIn } from "./keep-reply.server";
import { quotesPoint } from "./quotes-point";
import type { ReplySubject } from "./reply";
import type { ReplyTexts } from "./reply.form";

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
    const written = await writtenIn(tx, roundId);
    if (written.some((point) => all.some((text) => quotesPoint(text, point)))) return refused("quotes_point");
    const reply = await lockReply(tx, roundId, subject);
    if (!reply.ok) return reply;
    const { replyId, open } = reply.value;
    if ((open?.revision ?? 0) !== revision) return refused("reply_changed_meanwhile");
    return keepReply(tx, { roundId, replyId, open, texts, by, at });
  });
}
