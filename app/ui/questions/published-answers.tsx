import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Language, Text } from "~/domain/advisories/advisory.form";
import type { PublishedAnswer as Published } from "~/domain/questions/published-answers.server";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";

type Props = {
  answers: Published[];
  /** Whether each says which text it explains, and leads there. */
  elsewhere?: boolean;
};

/** What was asked and answered, beside the text that it explains; nobody is named but the authority. */
export function PublishedAnswers({ answers, elsewhere = false }: Props) {
  if (answers.length === 0) return null;
  return (
    <div className="published-answers">
      {answers.map((answer) => (
        <PublishedAnswer key={answer.id} answer={answer} elsewhere={elsewhere} />
      ))}
    </div>
  );
}

const said = (text: Text, language: Language) => text[language];

function PublishedAnswer({ answer, elsewhere }: { answer: Published; elsewhere: boolean }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const { authority, n, withdrawnOn, withdrawalReason, correction } = answer;
  const day = formatDay(language, answer.releasedOn);
  const words = (
    <>
      <p className="words">{said(answer.answer, language)}</p>
      {correction && <p className="quiet">{t("answer.corrects", { what: said(correction, language) })}</p>}
    </>
  );
  return (
    <section
      className="published-answer"
      id={elsewhere ? undefined : paths.answerAnchor(answer.id)}
      data-withdrawn={withdrawnOn ? true : undefined}
    >
      <p className="published-question">
        <span className="label">{t("answer.question")}</span> {said(answer.question, language)}
      </p>
      {withdrawnOn ? (
        <>
          <p className="withdrawn-words">
            {t("answer.withdrawnOn", { day: formatDay(language, withdrawnOn) })}.{" "}
            {withdrawalReason && t("answer.reason", { reason: said(withdrawalReason, language) })}
          </p>
          <details>
            <summary>{t("answer.former")}</summary>
            {words}
          </details>
        </>
      ) : (
        words
      )}
      <p className="quiet">
        {n > 1 ? t("answer.versionOf", { authority, n, day }) : t("answer.of", { authority, day })}
        {elsewhere && (
          <>
            {" · "}
            <Link to={paths.publishedAnswer(language, answer.number, answer.id)}>
              {answer.redFlag ?? answer.number}
            </Link>
          </>
        )}
        {!answer.isOfCurrentVersion && ` · ${t("answer.onVersion", { n: answer.version })}`}
      </p>
    </section>
  );
}
