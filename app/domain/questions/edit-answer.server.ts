import { asActor } from "~/domain/as-actor.server";
import { changeWords, type WordChange } from "~/domain/drafts/change-words";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { withoutStopped } from "~/domain/screening/without-stopped.server";
import { asViewer, type Db } from "~db/client.server";
import { answerBegun, answerIn, answerWords } from "./answer-words";
import { keepAnswer } from "./keep-answer.server";
import { lockForAnswer, questionRow } from "./lock-question.server";
import { mayDraftAnswer } from "./question.policy";

type Editing = { questionId: string; changes: WordChange[]; by: Viewer; at: Date };

/**
 * Writes on at an answer, change by change. What two people changed differently comes back as a conflict with both texts, and
 * what identifies someone by its field; every other change is kept. The answer holds the draft as it now stands.
 */
export async function editAnswer(db: Db, { questionId, changes, by, at }: Editing) {
  const seen = await asViewer(db, by, (tx) => questionRow(tx, questionId));
  if (!seen?.authorities || by.memberId === null || by.organisationKind !== "authority")
    return refused("not_found");
  if (!mayDraftAnswer(by, { authorities: seen.authorities })) return refused("not_allowed");
  const { memberId } = by;
  const { kept, refusals } = await withoutStopped(db, { changes, at });

  return asActor(db, by, async (tx) => {
    const locked = await lockForAnswer(tx, questionId, by);
    if (!locked.ok) return locked;
    const { draft, given } = locked.value;
    if (given?.withdrawnOn) return refused("answer_withdrawn");
    const before = answerWords(answerBegun(draft, given));
    const { words, conflicts } = changeWords(before, kept);
    const written = answerIn(words);
    if (!written.ok) return written;
    if (given && given.addressee !== written.value.addressee) return refused("addressee_fixed");
    const isChanged = JSON.stringify(words) !== JSON.stringify(before);
    const { revision } = isChanged
      ? await keepAnswer(tx, { locked: locked.value, written: written.value, memberId, at })
      : { revision: draft?.revision ?? 0 };
    return done({ words, revision, conflicts, refusals });
  });
}
