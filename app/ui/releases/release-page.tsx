import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type AskedFlag, allFigures, type Figures } from "~/domain/releases/reading";
import { isTooFew, isWithheld, type Release, smallestGroup } from "~/domain/releases/release";
import type { ReleaseEntry } from "~/domain/releases/releases.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Caveat } from "~/ui/advisory/caveat";
import { Notice } from "~/ui/notice/notice";
import { FlagComparison } from "./flag-comparison";
import { QuestionFigures } from "./question-figures";
import { ReleaseFacts } from "./release-facts";
import { useFigureWords } from "./use-figure-words";

type Props = {
  round: ReleaseEntry["round"];
  publishedAt: Date | string;
  release: Release;
  flags: AskedFlag[];
  timeZone: string;
  knowsRound: boolean;
  /** What the red flags are compared by. */
  question: string;
  questions: readonly string[];
  byCountry: boolean;
};

/** The statistics of one round: its own questions, then one question at a time over its red flags. */
export function ReleasePage({ release, flags, question, questions, byCountry, ...facts }: Props) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { short, number } = useFigureWords();
  const { round } = facts;
  const figures = allFigures(release);
  const whole = figures.filter(({ redFlag }) => redFlag === null);
  return (
    <article className="releases">
      <p className="overline">
        <Link to={paths.releases(language)}>{t("overline")}</Link>
      </p>
      <h1>{round.title[language] || round.title.es || round.title.en}</h1>
      <ReleaseFacts {...facts} rule={release.rule} />
      {isTooFew(release) ? (
        <Notice heading={t("few.heading")}>
          <p>{t("few.why", { answered: number(release.answered), least: number(smallestGroup) })}</p>
        </Notice>
      ) : (
        <>
          <p className="quiet">{t("how")}</p>
          <nav className="figures-contents" aria-label={t("contents")}>
            <p className="label">{t("contents")}</p>
            <ul>
              {whole.map((one) => (
                <li key={one.question}>
                  <a href={`#${one.question}`}>{short(one.question)}</a>
                </li>
              ))}
              {flags.length > 0 && (
                <li>
                  <a href="#red-flags">{t("flags")}</a>
                </li>
              )}
            </ul>
          </nav>
          <section aria-labelledby="whole">
            <h2 id="whole">{t("whole")}</h2>
            {whole.map((one) => (
              <QuestionFigures key={one.question} id={one.question} figures={one} />
            ))}
          </section>
          {flags.length > 0 && (
            <Flags {...{ figures, flags, question, questions, byCountry }} roundId={round.id} />
          )}
        </>
      )}
    </article>
  );
}

type FlagsProps = Pick<Props, "flags" | "question" | "questions" | "byCountry"> & {
  figures: Figures[];
  roundId: string;
};

function Flags({ figures, flags, question, questions, byCountry, roundId }: FlagsProps) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { short, asks } = useFigureWords();
  const rows = flags.flatMap((flag) => {
    const own = figures.find((one) => one.redFlag === flag.publicId && one.question === question);
    return own ? [{ flag, figures: own }] : [];
  });
  const countries = figures.some(({ by }) => !isWithheld(by.jurisdiction));
  const view = (asked: string, compared: boolean) =>
    paths.releaseView(language, roundId, { question: asked, by: compared ? "jurisdiction" : null });
  return (
    <section className="flags-compared" id="red-flags" data-anchor aria-labelledby="red-flags-heading">
      <h2 id="red-flags-heading">{t("flags")}</h2>
      <p>{t("flagsLead")}</p>
      <Caveat />
      <nav aria-label={t("chooseQuestion")} className="choose">
        <p className="label">{t("chooseQuestion")}</p>
        <ul>
          {questions.map((key) => (
            <li key={key}>
              <Link
                to={view(key, byCountry)}
                aria-current={key === question ? "true" : undefined}
                preventScrollReset
              >
                {short(key)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {countries && (
        <nav aria-label={t("chooseView")} className="choose">
          <p className="label">{t("chooseView")}</p>
          <ul>
            {[false, true].map((compared) => (
              <li key={String(compared)}>
                <Link
                  to={view(question, compared)}
                  aria-current={compared === byCountry ? "true" : undefined}
                  preventScrollReset
                >
                  {t(compared ? "compared" : "all")}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <h3>{asks(question)}</h3>
      <FlagComparison roundId={roundId} question={question} rows={rows} byCountry={byCountry && countries} />
    </section>
  );
}
