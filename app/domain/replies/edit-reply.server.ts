import { allOrNothing } from "~/domain/all-or-nothing.server";
import { changeWords, type WordChange } from "~/domain/drafts/change-words";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { withoutStopped } from "~/domain/screening/without-stopped.server";
import type { Db } from "~db/client.server";
import { amendingVersions } from "./amending-versions.server";
import { roundToAnswer } from "./closed-round.server";
import { keepReply, lockReply, writtenIn } from "./keep-reply.server";
import { quotesPoint } from "./quotes-point";
import type { ReplySubject } from "./reply";
import { emptyReply, replyIn, replyWords } from "./reply-words";

type Editing = { roundId: string; subject: ReplySubject; changes: WordChange[]; by: Viewer; at: Date };

/**
 * Writes on at a reply, change by change. What two people changed differently comes back as a conflict with both texts, and
 * what may not be said by its field; every other change is kept. The answer holds the reply as it now stands.
 */
export async function editReply(db: Db, { roundId, subject, changes, by, at }: Editing) {
  return allOrNothing(db, by, async (tx) => {
    const round = await roundToAnswer(tx, { roundId, by });
    if (!round.ok) return round;
    if (!isMember(by)) return refused("not_allowed");
    const { kept, refusals } = await withoutStopped(tx, { changes, at });
    const written = await writtenIn(tx, roundId);
    const quotes = kept.filter(({ now }) => written.some((point) => quotesPoint(now, point)));
    refusals.push(...quotes.map(({ path }) => ({ path, reason: "quotes_point" })));
    const locked = await lockReply(tx, roundId, subject);
    if (!locked.ok) return locked;
    const { replyId, open, last } = locked.value;
    const named =
      open?.amendedIn && (await amendingVersions(tx, roundId)).find(({ id }) => id === open.amendedIn);
    const before = replyWords({ ...emptyReply, ...last, amendedIn: named || null });
    const { words, conflicts } = changeWords(
      before,
      kept.filter((change) => !quotes.includes(change)),
    );
    const texts = replyIn(words);
    if (!texts.ok) return texts;
    if (JSON.stringify(words) === JSON.stringify(before))
      return done({ words, revision: open?.revision ?? 0, conflicts, refusals });
    const stored = await keepReply(tx, { roundId, replyId, open, texts: texts.value, by, at });
    return stored.ok ? done({ words, revision: stored.value.revision, conflicts, refusals }) : stored;
  });
}
