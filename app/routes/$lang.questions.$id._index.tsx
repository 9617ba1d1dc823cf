import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { isAuthorityStaff } from "~/domain/members/viewer";
import { listAuthorities } from "~/domain/organisations/organisations.server";
import { refused } from "~/domain/outcome";
import { answerBegun, answerWords } from "~/domain/questions/answer-words";
import { editAnswer } from "~/domain/questions/edit-answer.server";
import { isSecondPerson, mayAsk, mayDraftAnswer, maySpeak } from "~/domain/questions/question.policy";
import { findQuestion } from "~/domain/questions/questions.server";
import { readyToRelease } from "~/domain/questions/release-answer.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireMember, requireStaff } from "~/http/sessions.server";
import { allHeld, unkeptOf, wordsIn } from "~/http/words";
import { paths } from "~/paths";
import { DeskQuestionPage } from "~/ui/questions/desk-question-page";
import { OwnQuestionPage } from "~/ui/questions/own-question-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "questions:one" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const question = await findQuestion(db, by, requireId(params.id), now());
  if (!question) throw notFound();
  const saved = new URL(request.url).searchParams.has("saved");
  const { leadOrganisationId, authorities, draft, state } = question;
  if (!isAuthorityStaff(by) || !leadOrganisationId || !authorities) {
    const isWaiting = state === "asked" || state === "taken";
    return { as: "asker" as const, question, mayWithdraw: mayAsk(by) && isWaiting, saved };
  }
  const ready = draft
    ? readyToRelease(draft, { isCorrection: question.answers.length > 0, asked: question.body })
    : refused("answer_missing");
  const isAlone = ready.ok && draft !== null && !isSecondPerson(by, draft);
  const hindrance = isAlone ? refused("second_person_needed") : ready.ok ? null : ready;
  return {
    as: "staff" as const,
    question,
    me: by.memberId,
    mayWrite: mayDraftAnswer(by, { authorities }),
    maySpeak: maySpeak(by, { leadOrganisationId }),
    hindrance: hindrance && { reason: hindrance.reason, facts: hindrance.facts },
    lead: (await listAuthorities(db, by)).find(({ id }) => id === leadOrganisationId)?.shortName ?? "",
    saved,
  };
}

/** Saves what is written towards an answer, where there are no scripts. */
export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const questionId = requireId(params.id);
  const empty = answerWords(answerBegun(undefined, undefined));
  const { typed, changes } = wordsIn(await request.formData(), empty);
  const outcome = await editAnswer(db, { questionId, changes, by, at: now() });
  if (!outcome.ok) return answerRefusal(outcome, allHeld(typed, outcome.reason));
  const unkept = unkeptOf(outcome.value, typed);
  return unkept
    ? answerRefusal(unkept.refusal, unkept.held)
    : redirect(paths.questionSaved(requireLanguage(params), questionId));
}

export default function Question() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return loaded.as === "staff" ? (
    <DeskQuestionPage {...loaded} answer={answer} />
  ) : (
    <OwnQuestionPage {...loaded} />
  );
}
