import { useTranslation } from "react-i18next";
import { languages, type Text } from "~/domain/advisories/advisory.form";
import { longestQuestion } from "~/domain/questions/question";
import type { Refusal } from "~/http/outcomes";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { foundAt } from "~/ui/screening/found-at";
import { ScreenedTextArea } from "~/ui/screening/screened-text-area";

type Props = {
  questionId: string;
  reason?: Text;
  /** Of the same form sent without scripts. */
  refused?: Refusal;
};

/** Why an answer is taken out of force, in both languages. */
export function WithdrawalReason({ questionId, reason, refused }: Props) {
  const { t } = useTranslation("questions");
  const language = useLanguage();
  return (
    <ActForm
      action={paths.questionAct(language, questionId, "answer-withdrawal")}
      label={t("withdrawAnswer.heading")}
    >
      {(busy, refusal = refused) => (
        <>
          <p>{t("withdrawAnswer.how")}</p>
          {languages.map((one) => {
            const name = one === "es" ? "reasonEs" : "reasonEn";
            return (
              <ScreenedTextArea
                key={one}
                name={name}
                label={`${t("withdrawAnswer.reason")} (${t(`form.${one}`)})`}
                lang={localeOf(one)}
                maxLength={longestQuestion}
                defaultValue={reason?.[one]}
                found={foundAt(refusal, name)}
                required
              />
            );
          })}
          <Button type="submit" weight="danger" busy={busy}>
            {t("withdrawAnswer.act")}
          </Button>
        </>
      )}
    </ActForm>
  );
}
