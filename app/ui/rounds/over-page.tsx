import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { RoundStanding } from "~/domain/releases/round-standing.server";
import type { findRound } from "~/domain/rounds/rounds.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ToRelease } from "~/ui/releases/to-release";
import { CountingNotice, useStanding } from "./counting-notice";
import { RoundFacts } from "./round-facts";
import { UnsentAnswers } from "./unsent-answers";

type Props = {
  round: NonNullable<Awaited<ReturnType<typeof findRound>>>;
  standing: RoundStanding;
  timeZone: string;
  memberId: string;
  answered: boolean;
};

/** A round that takes no answers any more, to an institution that was asked. */
export function OverPage({ round, standing, timeZone, memberId, answered }: Props) {
  const { state, counting, released } = standing;
  useStanding(round.id, standing);
  const { t } = useTranslation("rounds");
  const { t: replies } = useTranslation("replies");
  const language = useLanguage();
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.rounds(language)}>{t("list.title")}</Link>
      </p>
      <h1>{round.title[language]}</h1>
      <RoundFacts round={round} state={state} counting={counting !== null} timeZone={timeZone} />
      <UnsentAnswers roundId={round.id} memberId={memberId} />
      {state === "called-off" ? (
        <p>{t("over.calledOff")}</p>
      ) : state === "open" ? (
        <p>{t("over.open")}</p>
      ) : counting ? (
        <>
          <p>{t(answered ? "over.signed" : "over.notSigned")}</p>
          <CountingNotice counting={counting} timeZone={timeZone} runs={false} />
        </>
      ) : (
        <>
          <p>{t(answered ? "over.answered" : "over.notAnswered")}</p>
          <p>{t(`over.kept.${round.mode}`)}</p>
          {released && <ToRelease roundId={round.id} />}
          <p>
            <Link to={paths.roundOutcomes(language, round.id)}>{replies("outcomes.title")}</Link>
          </p>
        </>
      )}
    </article>
  );
}
