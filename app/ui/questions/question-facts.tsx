import { useTranslation } from "react-i18next";
import type { FoundQuestion } from "~/domain/questions/questions.server";
import { formatDay } from "~/i18n/format";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { Facts } from "~/ui/table/facts";
import { QuestionStateMark } from "./question-state-mark";
import { QuestionSubject } from "./question-subject";

type Props = { question: FoundQuestion; staff: boolean };

/** What is asked, about what, since when, and what is known of who asks. */
export function QuestionFacts({ question, staff }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const { body, redFlagText, title, state, age, naming, asker, given } = question;
  const about = redFlagText ?? title;
  return (
    <>
      <blockquote className="asked" lang={body === "" ? undefined : localeOf(question.language)}>
        <p className="words">{body === "" ? t("noWords") : body}</p>
      </blockquote>
      <Facts
        facts={[
          {
            name: t("head.about"),
            value: (
              <>
                <QuestionSubject question={question} />
                {about && <p className="quiet">{about[language] || about.es || about.en}</p>}
              </>
            ),
          },
          {
            name: t("head.asked"),
            value: formatDay(language, question.askedOn),
          },
          {
            name: t("head.state"),
            value: (
              <QuestionStateMark state={state} staff={staff} answerWithdrawn={Boolean(given?.withdrawnOn)} />
            ),
          },
          ...(staff && (state === "asked" || state === "taken")
            ? [{ name: t("head.age"), value: t("days", { count: age }) }]
            : []),
          ...(staff && state !== "withdrawn"
            ? [
                {
                  name: t("asker.label"),
                  value: asker ? t("asker.named", { name: asker }) : t("asker.unnamed"),
                },
              ]
            : []),
          ...(!staff && naming ? [{ name: t("ownNaming.label"), value: t(`ownNaming.${naming}`) }] : []),
        ]}
      />
    </>
  );
}
