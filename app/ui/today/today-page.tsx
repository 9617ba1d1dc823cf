import { Link } from "@remix-run/react";
import type { ComponentProps } from "react";
import { useTranslation } from "react-i18next";
import type { SearchItem } from "~/domain/search/search.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ResultItem } from "~/ui/finding/result-item";
import { EmptyState } from "~/ui/notice/empty-state";
import { AdoptionToday, type AdoptionWork } from "./adoption-today";
import { CommitmentsToday } from "./commitments-today";
import { HouseToday, type HouseWork } from "./house-today";
import { QuestionsToday, type QuestionWork } from "./questions-today";
import { RoundsToday, type RoundWork } from "./rounds-today";
import { RoundtablesToday } from "./roundtables-today";
import { VettingToday, type VettingWork } from "./vetting-today";
import { Waiting, type WaitingEntry } from "./waiting";

export type TodayFacts = {
  name: string;
  organisation: string;
  timeZone: string;
  newest: SearchItem[];
  /** Null for whoever has no desk. */
  waiting: WaitingEntry[] | null;
  /** Null for whoever vets nobody. */
  vetting: VettingWork | null;
  /** Null for whoever administers nothing. */
  house: HouseWork | null;
  /** Null for whoever has no boards. */
  adoption: AdoptionWork | null;
  /** Null where nothing is asked or answered. */
  questions: QuestionWork | null;
  rounds: RoundWork;
  roundtables: {
    sessions: ComponentProps<typeof RoundtablesToday>["sessions"];
    owed: ComponentProps<typeof CommitmentsToday>["owed"];
  };
};

/** What waits for the member who has just come in. */
export function TodayPage({
  name,
  organisation,
  timeZone,
  newest,
  waiting,
  vetting,
  house,
  adoption,
  questions,
  rounds,
  roundtables,
}: TodayFacts) {
  const { t } = useTranslation("today");
  const language = useLanguage();
  const elsewhere =
    (vetting?.waiting.length ?? 0) +
    (vetting?.ending.length ?? 0) +
    (house?.invitations.length ?? 0) +
    (house?.vetting ? 1 : 0) +
    (adoption?.own.length ?? 0) +
    (adoption?.news.length ?? 0) +
    (questions ? 1 : 0) +
    rounds.toAnswer.length +
    rounds.closing.length +
    rounds.counting.length +
    roundtables.sessions.length +
    roundtables.owed.length +
    rounds.released.length;
  // Fresh statistics are news, and wait for nobody.
  const nothingWaits = elsewhere === rounds.released.length;
  return (
    <div className="home">
      <header className="today-head">
        <h1>{t("title")}</h1>
        <p>{t("greeting", { name, organisation })}</p>
      </header>
      <div className="today-waiting">
        {!waiting && nothingWaits && (
          <EmptyState heading={t("nothing")}>
            <p>{t("nothingNext")}</p>
          </EmptyState>
        )}
        <RoundtablesToday sessions={roundtables.sessions} timeZone={timeZone} />
        <CommitmentsToday owed={roundtables.owed} />
        <RoundsToday work={rounds} timeZone={timeZone} />
        {adoption && <AdoptionToday work={adoption} />}
        {questions && <QuestionsToday work={questions} />}
        {vetting && <VettingToday work={vetting} timeZone={timeZone} />}
        {house && <HouseToday work={house} timeZone={timeZone} />}
        {waiting && (
          <>
            <Waiting drafts={waiting} timeZone={timeZone} isAll={nothingWaits} />
            <p className="home-more">
              <Link to={paths.desk(language)}>{t("toDesk")}</Link>
            </p>
          </>
        )}
      </div>
      <section className="home-newest" aria-labelledby="newest">
        <h2 id="newest">{t("newest")}</h2>
        {newest.length === 0 ? (
          <p>{t("none")}</p>
        ) : (
          newest.map((item) => <ResultItem key={item.number} item={item} level={3} />)
        )}
        <p className="home-more">
          <Link to={paths.advisories(language)}>{t("all")}</Link>
        </p>
      </section>
    </div>
  );
}
