import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReadSummary } from "~/domain/summaries/summaries.server";
import { formatDay } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { Notice } from "~/ui/notice/notice";
import { Facts } from "~/ui/table/facts";
import { WithdrawalForm } from "./withdrawal-form";

/** One summary, as everyone reads it for whom it is. */
export function SummaryPage({ summary, mayWithdraw }: { summary: ReadSummary; mayWithdraw: boolean }) {
  const { t } = useTranslation("summaries");
  const language = useLanguage();
  const { id, title, body, by, period, tlp, withdrawal } = summary;
  return (
    <article className="rounds roundtable">
      <p className="overline">
        <Link to={paths.summaries(language)}>{t("back")}</Link>
      </p>
      <h1>{title[language]}</h1>
      {withdrawal && (
        <Notice tone="stopped" heading={t("withdrawnHeading")}>
          <p className="words">{withdrawal[language]}</p>
        </Notice>
      )}
      <Facts
        across
        facts={[
          { name: t("by"), value: by.map(({ name }) => name[language]) },
          { name: t("published"), value: formatDay(language, period) },
          { name: t("readers"), value: <TlpMark label={tlp} /> },
        ]}
      />
      <div className="summary-text">
        {body[language].split(/\n{2,}/).map((paragraph) => (
          <p className="words" key={paragraph}>
            {paragraph}
          </p>
        ))}
      </div>
      {mayWithdraw && (
        <WithdrawalForm action={paths.summaryWithdrawal(language, id)} lead={t("withdraw.lead")} />
      )}
    </article>
  );
}
