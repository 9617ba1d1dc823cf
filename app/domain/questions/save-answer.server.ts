import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import { dayOf } from "~/domain/vetting/vetting";
import { asViewer, type Db } from "~db/client.server";
import { answerDrafts, questions } from "~db/schema";
import { emptyDraft } from "./assign-question.server";
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
  const { addressee, question, answer, correction } = storable(written);
  const texts = [question, answer, correction].flatMap(({ es, en }) => [es, en]);
  const screened = await stopIdentifiers(db, { texts, at });
  if (!screened.ok) return screened;

  return asActor(db, by, async (tx) => {
    const locked = await lockForAnswer(tx, questionId, by);
    if (!locked.ok) return locked;
    const { question: asked, draft, given } = locked.value;
    if (given?.withdrawnOn) return refused("answer_withdrawn");
    if (given && given.addressee !== addressee) return refused("addressee_fixed");
    const before = draft ?? emptyDraft(questionId, { takenBy: memberId, changedBy: memberId, at });
    const isSame =
      draft !== undefined &&
      JSON.stringify([draft.addressee, draft.question, draft.answer, draft.correction].map(inOrder)) ===
        JSON.stringify([addressee, question, answer, correction].map(inOrder));
    if (isSame) return done({ id: questionId, revision: draft.revision });
    if (before.revision !== revision) return refused("stale");

    const after = {
      addressee,
      question,
      answer,
      correction,
      revision: revision + 1,
      changedBy: memberId,
      changedAt: at,
    };
    if (draft) {
      const takenBy = draft.takenBy ?? memberId;
      await tx
        .update(answerDrafts)
        .set({ ...after, takenBy })
        .where(eq(answerDrafts.questionId, questionId));
    } else {
      await tx.insert(answerDrafts).values({ ...before, ...after });
    }
    if (!asked.takenOn) {
      await tx
        .update(questions)
        .set({ takenOn: dayOf(at) })
        .where(eq(questions.id, questionId));
    }
    await recordEvent(tx, {
      action: "answer.drafted",
      subject: { kind: "answer", id: asked.answerId },
      detail: { revision: after.revision },
      at,
    });
    return done({ id: questionId, revision: after.revision });
  });
}

/** JSON columns come back with their keys in another order. */
const inOrder = (part: unknown) =>
  typeof part === "object" && part !== null ? Object.entries(part).sort() : part;
