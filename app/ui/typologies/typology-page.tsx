import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { PublishedAnswer } from "~/domain/questions/published-answers.server";
import type { Reply } from "~/domain/replies/replies.server";
import type { TypologyReading } from "~/domain/typologies/typology-reading.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { AdvisoryLine } from "~/ui/advisory/advisory-line";
import { Caveat } from "~/ui/advisory/caveat";
import { RedFlag } from "~/ui/advisory/red-flag";
import { StateMark } from "~/ui/mark/state-mark";
import { EmptyState } from "~/ui/notice/empty-state";
import { PublishedAnswers } from "~/ui/questions/published-answers";
import { type Statistics, StatisticsPart } from "~/ui/releases/statistics-part";
import { SaidAndDone } from "~/ui/replies/said-and-done";
import { Facts } from "~/ui/table/facts";
import { Prose } from "~/ui/text/prose";
import { SaidText } from "~/ui/text/said";

type Props = {
  typology: TypologyReading;
  /** What institutions answered on it, the newest round first. */
  statistics: Statistics[];
  /** Releases on it besides those. */
  others: number;
  /** What was asked and answered to everyone about its advisories. */
  answers: PublishedAnswer[];
  replies: Reply[];
  timeZone: string;
};

/** What is told here of a round; its own page tells the rest. */
const told = ["usefulness", "timeliness", "legalClarity", "pressureToClose", "daysToImplement"];

/** One way in which money moves, with the red flags that every advisory gives for it. */
export function TypologyPage({ typology, statistics, others, answers, replies, timeZone }: Props) {
  const { t } = useTranslation("reading");
  const { t: asked } = useTranslation("questions");
  const language = useLanguage();
  const flags = typology.red.flatMap((part) => part.flags);
  return (
    <article className="advisory">
      <header className="title-block folio" id="top" data-anchor>
        <div className="wide">
          <p className="overline">
            <Link to={paths.typologies(language)}>{t("typologies.title")}</Link>
          </p>
          {typology.name ? <SaidText as="h1" said={typology.name} /> : <h1>{typology.code}</h1>}
          {!typology.catalogued && (
            <p className="flag-marks">
              <StateMark shape="ring">{t("typologies.notCatalogued")}</StateMark>
            </p>
          )}
        </div>
      </header>
      <div className="folio advisory-body">
        <div className="text">
          {typology.description && (
            <div className="summary">
              <Prose body={typology.description} />
            </div>
          )}
          <section className="passage" id="advisories" data-anchor>
            <h2>{t("typologies.advisories")}</h2>
            {typology.advisories.length === 0 ? (
              <EmptyState heading={t("typologies.none")}>
                <p>
                  {t("typologies.noneNext")}{" "}
                  <Link to={paths.typologies(language)}>{t("typologies.toCatalogue")}</Link>
                </p>
              </EmptyState>
            ) : (
              <ul className="advisory-lines">
                {typology.advisories.map((advisory) => (
                  <AdvisoryLine key={advisory.number} advisory={advisory} />
                ))}
              </ul>
            )}
          </section>
        </div>
        {typology.amltrix.length > 0 && (
          <div className="notes">
            <Facts
              facts={[
                {
                  name: t("typologies.amltrix"),
                  value: typology.amltrix.map((id) => (
                    <a key={id} href={paths.amltrixTechnique(id)} rel="noopener">
                      {id}
                    </a>
                  )),
                },
              ]}
            />
          </div>
        )}
      </div>
      {statistics.length > 0 && (
        <div className="folio">
          <div className="wide">
            <StatisticsPart
              statistics={statistics}
              questions={told}
              whole={(roundId) => paths.release(language, roundId)}
              others={
                others > 0
                  ? { to: paths.releases(language, { typology: typology.code }), count: others }
                  : null
              }
              timeZone={timeZone}
            />
          </div>
        </div>
      )}
      {flags.length > 0 && (
        <section className="flags" id="red-flags" data-anchor>
          <div className="folio">
            <div className="text">
              <h2>
                {t("typologies.flags")}{" "}
                <span className="how-many">{t("flags.count", { count: flags.length })}</span>
              </h2>
              <Caveat />
            </div>
          </div>
          {typology.red.map(({ number, title, flags: own }) => (
            <div className="flag-part" key={number}>
              <div className="folio">
                <h3 className="text">
                  <Link to={paths.advisory(language, number)}>{number}</Link> <SaidText said={title} />
                </h3>
              </div>
              <ol className="flag-list">
                {own.map((flag) => (
                  <RedFlag key={flag.publicId} flag={flag} number={number} tlp="CLEAR" grouped elsewhere />
                ))}
              </ol>
            </div>
          ))}
        </section>
      )}
      {answers.length > 0 && (
        <section className="matter folio" id="answers" data-anchor>
          <h2 className="margin">{asked("answer.heading")}</h2>
          <div className="text">
            <PublishedAnswers answers={answers} elsewhere />
          </div>
        </section>
      )}
      {replies.length > 0 && <SaidAndDone replies={replies} />}
    </article>
  );
}
