import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FoundQuestion } from "~/domain/questions/questions.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { Notice } from "~/ui/notice/notice";
import { GivenAnswer } from "./given-answer";
import { QuestionFacts } from "./question-facts";

type Props = { question: FoundQuestion; mayWithdraw: boolean; saved: boolean };

/** A question as the institution that asked it follows it. */
export function OwnQuestionPage({ question, mayWithdraw, saved }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  const { answers, state } = question;
  return (
    <article className="questions">
      <p className="overline">
        <Link to={paths.questions(language)}>{t("title")}</Link>
      </p>
      <h1>{t("one")}</h1>
      {saved && (
        <Notice live>
          <p>{t("sent")}</p>
        </Notice>
      )}
      <QuestionFacts question={question} staff={false} />
      {state !== "withdrawn" && (
        <section aria-labelledby="answer">
          <h2 id="answer">{t("answer.heading")}</h2>
          {answers.length === 0 && <p className="quiet">{t("answer.none")}</p>}
          {answers.map((given) => (
            <GivenAnswer key={given.n} given={given} />
          ))}
        </section>
      )}
      {mayWithdraw && (
        <section aria-labelledby="withdrawal">
          <h2 id="withdrawal">{t("withdraw.heading")}</h2>
          <ActForm
            action={paths.questionAct(language, question.id, "withdrawal")}
            label={t("withdraw.heading")}
          >
            {(busy) => (
              <>
                <p>{t("withdraw.lost")}</p>
                <Checkbox name="understood" value="1" label={t("withdraw.understood")} required />
                <Button type="submit" weight="danger" busy={busy}>
                  {t("withdraw.act")}
                </Button>
              </>
            )}
          </ActForm>
        </section>
      )}
    </article>
  );
}
