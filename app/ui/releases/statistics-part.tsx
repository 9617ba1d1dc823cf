import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { allFigures } from "~/domain/releases/reading";
import { isTooFew, type Release, smallestGroup } from "~/domain/releases/release";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { Notice } from "~/ui/notice/notice";
import { QuestionFigures } from "./question-figures";
import { TrendLines } from "./trend-lines";
import { useFigureWords } from "./use-figure-words";

type Round = { id: string; title: { es: string; en: string }; closesAt: Date | string };
export type Statistics = { round: Round; release: Release };
type Props = {
  /** Of the same questions about the same thing, the newest first; at least one. */
  statistics: Statistics[];
  /** Those that are told here; the release tells all. */
  questions: readonly string[];
  /** Where all figures of the newest stand. */
  whole: (roundId: string) => string;
  /** More of them than are compared here. */
  others?: { to: string; count: number } | null;
  timeZone: string;
};

/** On the page of what was asked about: the newest figures on it, and how they moved over rounds. */
export function StatisticsPart({ statistics, questions, whole, others = null, timeZone }: Props) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { number } = useFigureWords();
  const [newest] = statistics;
  if (!newest) return null;
  const { round, release } = newest;
  const titleOf = ({ title }: Round) => title[language] || title.es || title.en;
  const figures = allFigures(release).filter(({ question }) => questions.includes(question));
  const past = statistics.map((one) => ({ ...one, figures: allFigures(one.release) })).reverse();
  return (
    <section className="statistics" id="statistics" data-anchor aria-labelledby="statistics-heading">
      <h2 id="statistics-heading">{t("part.title")}</h2>
      <p>
        {t("part.lead", {
          title: titleOf(round),
          day: formatDate(language, round.closesAt, timeZone),
          answered: number(release.answered),
        })}
      </p>
      {isTooFew(release) ? (
        <Notice heading={t("few.heading")}>
          <p>{t("few.why", { answered: number(release.answered), least: number(smallestGroup) })}</p>
        </Notice>
      ) : (
        <p className="quiet">{t("how")}</p>
      )}
      <p className="ways">
        <Link to={whole(round.id)}>{t("part.toRelease")}</Link>
        {others && <Link to={others.to}>{t("part.older", { count: others.count })}</Link>}
      </p>
      {past.length > 1 && <p className="quiet">{t("trend.lead", { count: past.length })}</p>}
      {figures.map((one) => (
        <QuestionFigures key={one.question} id={`statistics-${one.question}`} figures={one}>
          {past.length > 1 && (
            <TrendLines
              question={one.question}
              kind={one.kind}
              rounds={past.map(({ round: earlier, figures: all }) => ({
                id: earlier.id,
                closesAt: earlier.closesAt,
                title: titleOf(earlier),
                figures: all.find(({ question }) => question === one.question),
              }))}
            />
          )}
        </QuestionFigures>
      ))}
    </section>
  );
}
