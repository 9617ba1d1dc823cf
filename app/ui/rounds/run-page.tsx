import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isInForce } from "~/domain/answers/answer";
import type { RoundStanding } from "~/domain/releases/round-standing.server";
import type { findRound } from "~/domain/rounds/rounds.server";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Checkbox } from "~/ui/field/checkbox";
import { WhenFields } from "~/ui/field/when-fields";
import { ToRelease } from "~/ui/releases/to-release";
import { CountingNotice, useStanding } from "./counting-notice";
import { RoundFacts } from "./round-facts";

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;
type Closing = { date: string; time: string; zone: string };
type Props = {
  round: Round;
  standing: RoundStanding;
  closing: Closing;
  timeZone: string;
  mayOpen: boolean;
};

/** A round as the authority that runs it sees it once it has opened: never an answer of it. */
export function RunPage({ round, standing, closing, timeZone, mayOpen }: Props) {
  const { state, counting, released } = standing;
  useStanding(round.id, standing);
  const { t } = useTranslation("rounds");
  const { t: replies } = useTranslation("replies");
  const language = useLanguage();
  const { title, readersStatement, rows } = round;
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.rounds(language)}>{t("list.title")}</Link>
      </p>
      <h1>{title[language]}</h1>
      <RoundFacts round={round} state={state} counting={counting !== null} timeZone={timeZone} />
      {counting ? (
        <CountingNotice counting={counting} timeZone={timeZone} runs />
      ) : released ? (
        <ToRelease roundId={round.id} />
      ) : (
        <p>{t(`run.${state === "planned" ? "open" : state}`)}</p>
      )}
      {state === "closed" && !counting && (
        <p>
          <Link to={paths.roundPoints(language, round.id)}>{replies("points.title")}</Link>
        </p>
      )}
      <section aria-labelledby="readers">
        <h2 id="readers">{t("facts.readers")}</h2>
        <p className="words">{readersStatement[language]}</p>
        <p>{t("notForSupervision")}</p>
      </section>
      <section aria-labelledby="rows">
        <h2 id="rows">{t("facts.rows", { count: rows.length })}</h2>
        <ol className="round-rows">
          {rows.map(({ n, publicId, text, state: flag }) => (
            <li key={n}>
              <p>{text[language] || text.es || text.en}</p>
              <p className="quiet">
                {publicId}
                {!isInForce({ state: flag }) && ` · ${t("sheet.withdrawn")}`}
              </p>
            </li>
          ))}
        </ol>
      </section>
      {mayOpen && state === "open" && (
        <>
          <section aria-labelledby="extension">
            <h2 id="extension">{t("extend.heading")}</h2>
            <ActForm action={paths.roundAct(language, round.id, "extension")} label={t("extend.heading")}>
              {(busy) => (
                <>
                  <p>{t("extend.how")}</p>
                  <WhenFields
                    labels={{ date: t("plan.closesOn"), time: t("plan.closesTime"), zone: t("plan.zone") }}
                    when={closing}
                    required
                  />
                  <Button type="submit" busy={busy}>
                    {t("extend.act")}
                  </Button>
                </>
              )}
            </ActForm>
          </section>
          <section aria-labelledby="calling-off">
            <h2 id="calling-off">{t("callOff.heading")}</h2>
            <ActForm action={paths.roundAct(language, round.id, "calling-off")} label={t("callOff.heading")}>
              {(busy) => (
                <>
                  <p>{t("callOff.lost")}</p>
                  <Checkbox name="understood" value="1" label={t("callOff.understood")} required />
                  <Button type="submit" weight="danger" busy={busy}>
                    {t("callOff.act")}
                  </Button>
                </>
              )}
            </ActForm>
          </section>
        </>
      )}
    </article>
  );
}
