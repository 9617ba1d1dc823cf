import { eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Done } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import { dayOf } from "~/domain/vetting/vetting";
import type { Transaction } from "~db/client.server";
import { answerDrafts, questions } from "~db/schema";
import { answerWords } from "./answer-words";
import { emptyDraft } from "./assign-question.server";
import type { lockForAnswer } from "./lock-question.server";
import type { AnswerDraft } from "./question.form";

type Locked = Extract<Awaited<ReturnType<typeof lockForAnswer>>, Done<unknown>>["value"];
type Keeping = { locked: Locked; written: AnswerDraft; memberId: string; at: Date };

export const isSame = (one: AnswerDraft, other: AnswerDraft) =>
  JSON.stringify(answerWords(one)) === JSON.stringify(answerWords(storable(other)));

/** One more revision of what is written towards an answer of a locked question. Whoever begins takes the question. */
export async function keepAnswer(tx: Transaction, { locked, written, memberId, at }: Keeping) {
  const { question: asked, draft } = locked;
  const { addressee, question, answer, correction } = storable(written);
  const before = draft ?? emptyDraft(asked.id, { takenBy: memberId, changedBy: memberId, at });
  const after = {
    addressee,
    question,
    answer,
    correction,
    revision: before.revision + 1,
    changedBy: memberId,
    changedAt: at,
  };
  if (draft) {
    const takenBy = draft.takenBy ?? memberId;
    await tx
      .update(answerDrafts)
      .set({ ...after, takenBy })
      .where(eq(answerDrafts.questionId, asked.id));
  } else {
    await tx.insert(answerDrafts).values({ ...before, ...after });
  }
  if (!asked.takenOn) {
    await tx
      .update(questions)
      .set({ takenOn: dayOf(at) })
      .where(eq(questions.id, asked.id));
  }
  await recordEvent(tx, {
    action: "answer.drafted",
    subject: { kind: "answer", id: asked.answerId },
    detail: { revision: after.revision },
    at,
  });
  return { revision: after.revision };
}
