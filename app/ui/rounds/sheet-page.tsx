import { Form, Link, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Answers, answersIn, isInForce, missingOf, placeOf } from "~/domain/answers/answer";
import type { findSheet } from "~/domain/answers/sheet.server";
import { questions } from "~/domain/rounds/questions";
import type { findRound } from "~/domain/rounds/rounds.server";
import type { Refusal } from "~/http/outcomes";
import { formatInstant } from "~/i18n/format";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { RefusalNotice } from "~/ui/act/refusal";
import { Button } from "~/ui/action/button";
import { LinkButton } from "~/ui/action/link-button";
import { Notice } from "~/ui/notice/notice";
import type { Screened } from "~/ui/screening/use-screening";
import { RoundFacts } from "./round-facts";
import { SheetQuestion, type Standing } from "./sheet-question";

type Round = NonNullable<Awaited<ReturnType<typeof findRound>>>;
type Sheet = NonNullable<Awaited<ReturnType<typeof findSheet>>>;
export type SheetAnswer =
  | {
      refusal?: Refusal;
      typed?: Answers | undefined;
      overtaken?: { row: number; question: string }[];
      found?: Record<string, Screened>;
    }
  | undefined;
type Props = {
  round: Round;
  sheet: Sheet;
  timeZone: string;
  maySign: boolean;
  saved: boolean;
  answer: SheetAnswer;
};

/** What an institution answers: each red flag by itself, then the round as a whole. */
export function SheetPage({ round, sheet, timeZone, maySign, saved, answer }: Props) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const busy = useNavigation().state !== "idle";
  const stored = answersIn(sheet.entries);
  const standing: Record<string, Standing> = {};
  for (const { row, question, answer: given, revision, changedBy } of sheet.entries) {
    standing[placeOf(row, question)] = { revision, changedBy, stored: given };
  }
  const missing = missingOf(stored, sheet.rows);
  const overtaken = new Set((answer?.overtaken ?? []).map(({ row, question }) => placeOf(row, question)));
  const field = (row: number, question: (typeof questions)[number]) => {
    const place = placeOf(row, question.key);
    return (
      <SheetQuestion
        key={place}
        place={place}
        question={question}
        standing={standing[place]}
        typed={answer?.typed ? (answer.typed[place] ?? null) : undefined}
        overtaken={overtaken.has(place)}
        found={answer?.found?.[place]}
        redFlags={sheet.rows.filter(({ n }) => n !== row)}
      />
    );
  };
  const asked = (row: number) => {
    const about = row === 0 ? "round" : "red-flag";
    const of = questions.filter((question) => question.about === about);
    const needed = of.filter((question) => "required" in question && question.required);
    const rest = of.filter((question) => !("required" in question && question.required));
    return (
      <>
        <div className="sheet-questions">{needed.map((question) => field(row, question))}</div>
        <details
          open={rest.some(({ key }) => {
            const place = placeOf(row, key);
            return overtaken.has(place) || (answer?.found?.[place]?.findings.length ?? 0) > 0;
          })}
        >
          <summary>
            {t("sheet.more", {
              count: rest.filter(({ key }) => stored[placeOf(row, key)] !== undefined).length,
              of: rest.length,
            })}
          </summary>
          <div className="sheet-questions">{rest.map((question) => field(row, question))}</div>
        </details>
      </>
    );
  };
  const left = (row: number) => missing.filter((one) => one.row === row).length;
  return (
    <article className="rounds">
      <p className="overline">
        <Link to={paths.rounds(language)}>{t("list.title")}</Link>
      </p>
      <h1>{round.title[language]}</h1>
      <RoundFacts round={round} state="open" timeZone={timeZone} />
      <p className="words">{round.readersStatement[language]}</p>
      <p>{t("notForSupervision")}</p>
      <p>{t(`sheet.mode.${round.mode}`)}</p>
      {sheet.signed && (
        <Notice heading={t("sheet.signed", { version: sheet.signed.version })}>
          <p>
            {t("sheet.signedBy", {
              name: sheet.signed.signedBy ?? t("sheet.someone"),
              at: formatInstant(language, sheet.signed.signedAt, timeZone),
            })}
          </p>
        </Notice>
      )}
      {saved && !answer && (
        <Notice live>
          <p>{t("sheet.saved")}</p>
        </Notice>
      )}
      {overtaken.size > 0 && (
        <Notice tone="caution" live heading={t("sheet.overtaken", { count: overtaken.size })}>
          <p>{t("sheet.overtakenHow")}</p>
        </Notice>
      )}
      <RefusalNotice refusal={answer?.refusal} />
      <p className="quiet">{t("sheet.never")}</p>
      <Form method="post" action={paths.roundAct(language, round.id, "answers")} className="form sheet">
        {sheet.rows.map(({ n, publicId, text, state }) => (
          <section key={n} aria-labelledby={`row-${n}`} className="sheet-row" id={`r${n}`}>
            <h2 id={`row-${n}`}>
              <span className="label">{publicId}</span> {text[language] || text.es || text.en}
            </h2>
            {!isInForce({ state }) ? (
              <p className="quiet">{t("sheet.withdrawnHow")}</p>
            ) : (
              <p className="quiet">{left(n) > 0 ? t("sheet.left", { count: left(n) }) : t("sheet.whole")}</p>
            )}
            {asked(n)}
          </section>
        ))}
        <section aria-labelledby="row-0" className="sheet-row">
          <h2 id="row-0">{t("sheet.roundAsWhole")}</h2>
          <p className="quiet">{left(0) > 0 ? t("sheet.left", { count: left(0) }) : t("sheet.whole")}</p>
          {asked(0)}
        </section>
        <div className="sheet-foot">
          <p>
            <progress
              max={missing.length + Object.keys(stored).length || 1}
              value={Object.keys(stored).length}
              aria-label={t("sheet.progress")}
            />{" "}
            {missing.length > 0 ? t("sheet.left", { count: missing.length }) : t("sheet.whole")}
          </p>
          <p className="toolbar">
            <Button type="submit" weight="first" busy={busy}>
              {t("sheet.save")}
            </Button>
            {missing.length === 0 && (
              <LinkButton to={paths.roundAct(language, round.id, "signature")}>
                {t(maySign ? "sheet.review" : "sheet.reviewOnly")}
              </LinkButton>
            )}
          </p>
        </div>
      </Form>
    </article>
  );
}
