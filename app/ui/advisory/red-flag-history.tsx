import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PrintingReading } from "~/domain/advisories/printings-reading";
import type { Said } from "~/domain/advisories/reading";
import type { PublishedAnswer } from "~/domain/questions/published-answers.server";
import { formatDate } from "~/i18n/format";
import { localeOf } from "~/i18n/language";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { WordDiff } from "~/ui/diff/word-diff";
import { RedFlagStateMark } from "~/ui/mark/red-flag-state-mark";
import { TlpMark } from "~/ui/mark/tlp-mark";
import { PublishedAnswers } from "~/ui/questions/published-answers";
import { type Statistics, StatisticsPart } from "~/ui/releases/statistics-part";
import { SaidText } from "~/ui/text/said";
import { Caveat } from "./caveat";

type Props = {
  publicId: string;
  number: string;
  n: number;
  advisoryTitle: Said | null;
  currentVersion: number;
  /** Newest first. */
  printings: PrintingReading[];
  alsoIn: string[];
  /** What institutions answered on it, the newest round first. */
  statistics: Statistics[];
  answers: PublishedAnswer[];
  timeZone: string;
};

/** What is told here of a round; its own page tells the rest. */
const told = ["seen", "adopted", "clarity", "specificity"];

export function RedFlagHistory({
  publicId,
  number,
  n,
  advisoryTitle,
  currentVersion,
  printings,
  alsoIn,
  statistics,
  answers,
  timeZone,
}: Props) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  return (
    <article className="advisory">
      <header className="title-block folio">
        <div className="wide">
          <p className="overline">
            <Link to={paths.advisory(language, number)}>{number}</Link>
          </p>
          <h1>{t("flagHistory.title", { id: publicId })}</h1>
          <SaidText as="p" said={advisoryTitle} />
        </div>
      </header>
      <div className="folio advisory-body">
        <div className="text">
          <p>{t("flagHistory.lead")}</p>
          <Caveat />
          <p className="history-ways">
            <Link to={paths.redFlag(language, number, n)}>{t("flagHistory.toFlag")}</Link>
          </p>
          {alsoIn.length > 0 && (
            <p>
              {t("flagHistory.alsoIn")}{" "}
              {alsoIn.map((other) => (
                <Link key={other} className="in-line" to={paths.advisory(language, other)}>
                  {other}
                </Link>
              ))}
            </p>
          )}
          <PublishedAnswers answers={answers} elsewhere />
        </div>
      </div>
      {statistics.length > 0 && (
        <div className="folio">
          <div className="wide">
            <StatisticsPart
              statistics={statistics}
              questions={told}
              whole={(roundId) => paths.releaseFlag(language, roundId, publicId)}
              timeZone={timeZone}
            />
          </div>
        </div>
      )}
      <ol className="flag-list">
        {printings.map((printing, i) => (
          <li key={printing.version} className="flag folio" id={`v-${printing.version}`} data-anchor>
            <div className="margin">
              <Link
                className="flag-id"
                to={
                  printing.version === currentVersion
                    ? paths.advisory(language, number)
                    : paths.version(language, number, printing.version)
                }
              >
                {t("flagHistory.inVersion", { n: printing.version })}
              </Link>
              <p className="aside">
                <time dateTime={printing.publishedAt}>
                  {formatDate(language, printing.publishedAt, "UTC")}
                </time>
              </p>
            </div>
            <div className="text">
              <p className="flag-marks">
                <RedFlagStateMark state={printing.state} />
                <TlpMark label={printing.tlp} />
              </p>
              {printing.note && (
                <p className="flag-change">
                  <SaidText said={printing.note} />
                </p>
              )}
              {i < printings.length - 1 && printing.runs.every(({ kind }) => kind === "same") && (
                <p className="aside">{t("flagHistory.unchanged")}</p>
              )}
              {i === printings.length - 1 && <p className="aside">{t("flagHistory.first")}</p>}
              <WordDiff changes={printing.runs} lang={localeOf(printing.language)} />
            </div>
          </li>
        ))}
      </ol>
    </article>
  );
}
