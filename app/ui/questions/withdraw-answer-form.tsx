import { useTranslation } from "react-i18next";
import { WithdrawalReason } from "./withdrawal-reason";

export function WithdrawAnswerForm({ questionId }: { questionId: string }) {
  const { t } = useTranslation("questions");
  return (
    <section aria-labelledby="answer-withdrawal">
      <h2 id="answer-withdrawal">{t("withdrawAnswer.heading")}</h2>
      <details>
        <summary>{t("withdrawAnswer.act")}</summary>
        <WithdrawalReason questionId={questionId} />
      </details>
    </section>
  );
}
