import { useTranslation } from "react-i18next";
import { languages } from "~/domain/advisories/advisory.form";
import { longestQuestion } from "~/domain/questions/question";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

export function WithdrawAnswerForm({ questionId }: { questionId: string }) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  return (
    <section aria-labelledby="answer-withdrawal">
      <h2 id="answer-withdrawal">{t("withdrawAnswer.heading")}</h2>
      <details>
        <summary>{t("withdrawAnswer.act")}</summary>
        <ActForm
          action={paths.questionAct(language, questionId, "answer-withdrawal")}
          label={t("withdrawAnswer.heading")}
        >
          {(busy) => (
            <>
              <p>{t("withdrawAnswer.how")}</p>
              {languages.map((one) => (
                <ScreenedTextArea
                  key={one}
                  name={one === "es" ? "reasonEs" : "reasonEn"}
                  label={`${t("withdrawAnswer.reason")} (${t(`form.${one}`)})`}
                  lang={localeOf(one)}
                  maxLength={longestQuestion}
                  required
                />
              ))}
              <Button type="submit" weight="danger" busy={busy}>
                {t("withdrawAnswer.act")}
              </Button>
            </>
          )}
        </ActForm>
      </details>
    </section>
  );
}
