import { asActor } from "~/domain/as-actor.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { asViewer, type Db } from "~db/client.server";
import { isSame, keepAnswer } from "./keep-answer.server";
import { lockForAnswer, questionRow } from "./lock-question.server";
import type { AnswerDraft } from "./question.form";
import { mayDraftAnswer } from "./question.policy";

type Saving = {
  questionId: string;
  written: AnswerDraft;
  /** The draft's revision that the writer read; 0 before anything is written. */
  revision: number;
  by: Viewer;
  at: Date;
};

/** Keeps what is written towards an answer, or towards a correction of one that was given. Whoever begins takes the question. */
export async function saveAnswer(db: Db, { questionId, written, revision, by, at }: Saving) {
  const seen = await asViewer(db, by, (tx) => questionRow(tx, questionId));
  if (!seen?.authorities || by.memberId === null || by.organisationKind !== "authority")
    return refused("not_found");
  if (!mayDraftAnswer(by, { authorities: seen.authorities })) return refused("not_allowed");
  const { memberId } = by;
  const { question, answer, correction } = written;
  const texts = [question, answer, correction].flatMap(({ es, en }) => [es, en]);
  const screened = await stopIdentifiers(db, { texts, at });
  if (!screened.ok) return screened;

  return asActor(db, by, async (tx) => {
    const locked = await lockForAnswer(tx, questionId, by);
    if (!locked.ok) return locked;
    const { draft, given } = locked.value;
    if (given?.withdrawnOn) return refused("answer_withdrawn");
    if (given && given.addressee !== written.addressee) return refused("addressee_fixed");
    if (draft && isSame(draft, written)) return done({ id: questionId, revision: draft.revision });
    if ((draft?.revision ?? 0) !== revision) return refused("stale");
    const kept = await keepAnswer(tx, { locked: locked.value, written, memberId, at });
    return done({ id: questionId, revision: kept.revision });
  });
}
