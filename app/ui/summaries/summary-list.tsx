import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ReadSummary } from "~/domain/summaries/summaries.server";
import { formatDay, formatList } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { EmptyState } from "~/ui/notice/empty-state";

/** What the reader may know of sessions in which they were not. */
export function SummaryList({ summaries }: { summaries: ReadSummary[] }) {
  const { t } = useTranslation("summaries");
  const language = useLanguage();
  return (
    <article className="rounds roundtable">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      {summaries.length === 0 && (
        <EmptyState heading={t("none")}>
          <p>{t("noneLead")}</p>
        </EmptyState>
      )}
      <ul className="summaries">
        {summaries.map(({ id, title, by, period, tlp, withdrawnOn }) => (
          <li key={id}>
            <h2>
              <Link to={paths.summary(language, id)}>{title[language]}</Link>
            </h2>
            <p className="quiet">
              {formatList(
                language,
                by.map(({ shortName }) => shortName),
              )}{" "}
              · {formatDay(language, period)} · <TlpMark label={tlp} />
              {withdrawnOn && <> · {t("withdrawn")}</>}
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}
