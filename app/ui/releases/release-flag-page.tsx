import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type AskedFlag, allFigures } from "~/domain/releases/reading";
import { isTooFew, type Release, smallestGroup } from "~/domain/releases/release";
import { formatDate } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { Caveat } from "~/ui/advisory/caveat";
import { Notice } from "~/ui/notice/notice";
import { WholeIds } from "~/ui/text/whole-ids";
import { QuestionFigures } from "./question-figures";
import { useFigureWords } from "./use-figure-words";

type Props = {
  round: { id: string; title: { es: string; en: string }; closesAt: Date | string };
  /** Of this red flag alone. */
  release: Release;
  flag: AskedFlag;
  /** The advisory's number and the red flag's place in it. */
  place: { number: string; n: number } | null;
  previous: string | undefined;
  next: string | undefined;
  timeZone: string;
};

/** Everything that one round says of one red flag. */
export function ReleaseFlagPage({ round, release, flag, place, previous, next, timeZone }: Props) {
  const { t } = useTranslation("releases");
  const language = useLanguage();
  const { number } = useFigureWords();
  const figures = allFigures(release);
  return (
    <article className="releases">
      <p className="overline">
        <Link to={paths.release(language, round.id)}>{round.title[language] || round.title.es}</Link>
      </p>
      <h1>
        <WholeIds>{t("flag.title", { id: flag.publicId })}</WholeIds>
      </h1>
      <p className="flag-said">{flag.text[language] || flag.text.es || flag.text.en}</p>
      <p className="quiet">
        {t("part.lead", {
          title: round.title[language] || round.title.es,
          day: formatDate(language, round.closesAt, timeZone),
          answered: number(release.answered),
        })}
      </p>
      <p className="ways">
        {place && <Link to={paths.redFlag(language, place.number, place.n)}>{t("flag.toFlag")}</Link>}
        {previous && (
          <Link rel="prev" to={paths.releaseFlag(language, round.id, previous)}>
            {t("flag.previous")}
          </Link>
        )}
        {next && (
          <Link rel="next" to={paths.releaseFlag(language, round.id, next)}>
            {t("flag.next")}
          </Link>
        )}
      </p>
      <Caveat />
      {isTooFew(release) ? (
        <Notice heading={t("few.heading")}>
          <p>{t("few.why", { answered: number(release.answered), least: number(smallestGroup) })}</p>
        </Notice>
      ) : (
        <>
          <p className="quiet">{t("how")}</p>
          {figures.map((one) => (
            <QuestionFigures key={one.question} id={one.question} figures={one} />
          ))}
        </>
      )}
    </article>
  );
}
