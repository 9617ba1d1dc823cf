import { eq } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { advisories, answerDrafts, questionAnswers, questions } from "~db/schema";
import { mayDraftAnswer } from "./question.policy";

const columns = {
  id: questions.id,
  answerId: questions.answerId,
  body: questions.body,
  takenOn: questions.takenOn,
  answeredOn: questions.answeredOn,
  withdrawnOn: questions.withdrawnOn,
  leadOrganisationId: advisories.leadOrganisationId,
  authorities: advisories.authorities,
};

/** A question as its asker or an issuing authority sees it now; nothing to anybody else. */
export async function questionRow(tx: Transaction, id: string) {
  const [row] = await tx
    .select(columns)
    .from(questions)
    .leftJoin(advisories, eq(advisories.id, questions.advisoryId))
    .where(eq(questions.id, id));
  return row;
}

/** A question under a lock, with what is written towards its answer, for an act of those who write answers. */
export async function lockForAnswer(tx: Transaction, id: string, by: Viewer) {
  const seen = await questionRow(tx, id);
  if (!seen?.leadOrganisationId || !seen.authorities || !by.memberId || by.organisationKind !== "authority")
    return refused("not_found");
  const issued = { leadOrganisationId: seen.leadOrganisationId, authorities: seen.authorities };
  if (!mayDraftAnswer(by, issued)) return refused("not_allowed");
  if (seen.withdrawnOn) return refused("question_withdrawn");
  await tx.select({ id: questions.id }).from(questions).where(eq(questions.id, id)).for("update");
  const question = await questionRow(tx, id);
  if (!question || question.withdrawnOn) return refused("question_withdrawn");
  const [draft] = await tx.select().from(answerDrafts).where(eq(answerDrafts.questionId, id)).for("update");
  const answers = await tx
    .select({
      n: questionAnswers.n,
      addressee: questionAnswers.addressee,
      question: questionAnswers.question,
      answer: questionAnswers.answer,
      withdrawnOn: questionAnswers.withdrawnOn,
      current: questionAnswers.current,
    })
    .from(questionAnswers)
    .where(eq(questionAnswers.answerId, question.answerId));
  const given = answers.find(({ current }) => current);
  // It was answered before the reader's authority was among those that issue the advisory.
  if (question.answeredOn && !given) return refused("question_answered");
  return done({ question: { ...question, ...issued }, draft, given });
}
