import { Link } from "@remix-run/react";
import { type ComponentProps, useState } from "react";
import { useTranslation } from "react-i18next";
import { answerBegun, answerWords } from "~/domain/questions/answer-words";
import type { FoundQuestion } from "~/domain/questions/questions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { AnswerForm } from "./answer-form";
import { Assignment } from "./assignment";
import { GivenAnswer } from "./given-answer";
import { QuestionFacts } from "./question-facts";
import { ReleaseForm } from "./release-form";
import { WithdrawAnswerForm } from "./withdraw-answer-form";

type Props = {
  question: FoundQuestion;
  me: string;
  mayWrite: boolean;
  maySpeak: boolean;
  /** Why the draft cannot be released by this reader as it stands; null: it can. */
  hindrance: { reason: string; facts: Record<string, unknown> } | null;
  lead: string;
  saved: boolean;
  answer: ComponentProps<typeof AnswerForm>["answer"];
};

/** A question as the authorities that issued the text work on it. */
export function DeskQuestionPage({
  question,
  me,
  mayWrite,
  maySpeak,
  hindrance,
  lead,
  saved,
  answer,
}: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const { answers, state, draft } = question;
  const [given, ...earlier] = answers;
  const isOver = state === "withdrawn" || Boolean(given?.withdrawnOn);
  const writes = mayWrite && !isOver;
  const [correcting, setCorrecting] = useState(false);
  const form = (
    <AnswerForm
      // After a release the next version begins anew.
      key={answers.length}
      questionId={question.id}
      memberId={me}
      words={answerWords(answerBegun(draft ?? undefined, given))}
      revision={draft?.revision ?? 0}
      isCorrection={given !== undefined}
      answer={answer}
    />
  );
  return (
    <article className="questions">
      <p className="overline">
        <Link to={paths.questions(language)}>{t("title")}</Link>
      </p>
      <h1>{t("one")}</h1>
      {saved && (
        <Notice live>
          <p>{t("saved")}</p>
        </Notice>
      )}
      <QuestionFacts question={question} staff />
      {writes && !(given && !draft) && <Assignment question={question} me={me} />}
      {given && (
        <section aria-labelledby="given">
          <h2 id="given">{t("answer.heading")}</h2>
          <GivenAnswer given={given} />
          {earlier.length > 0 && (
            <details>
              <summary>{t("earlier")}</summary>
              {earlier.map((one) => (
                <GivenAnswer key={one.n} given={one} />
              ))}
            </details>
          )}
        </section>
      )}
      {writes && (
        <section aria-labelledby="draft" className="answer-draft">
          <h2 id="draft">{t(given ? "form.headingCorrection" : "form.heading")}</h2>
          {given && !draft && !answer ? (
            <details open={correcting} onToggle={(event) => setCorrecting(event.currentTarget.open)}>
              <summary>{t("form.begin")}</summary>
              {form}
            </details>
          ) : (
            form
          )}
        </section>
      )}
      {writes && draft && draft.revision > 0 && (
        <ReleaseForm
          questionId={question.id}
          revision={draft.revision}
          addressee={draft.addressee}
          maySpeak={maySpeak}
          hindrance={hindrance}
          lead={lead}
        />
      )}
      {given && !given.withdrawnOn && maySpeak && <WithdrawAnswerForm questionId={question.id} />}
    </article>
  );
}
