import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Points } from "~/domain/replies/points.server";
import { uncountedQuestions } from "~/domain/rounds/questions";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ActForm } from "~/ui/act/act-form";
import { Button } from "~/ui/action/button";
import { Select } from "~/ui/field/select";
import { EmptyState } from "~/ui/notice/empty-state";
import { ChooseAll } from "./choose-all";
import { PointItem } from "./point-item";
import { ReplyCall } from "./reply-call";
import { ThemesPart } from "./themes-part";

export type PointsShown = { question: string; unsorted: boolean };
type Text = { es: string; en: string };
type Props = {
  round: { id: string; title: Text; rows: { n: number; publicId: string; text: Text }[] };
  found: Points;
  shown: PointsShown;
};

const sorting = "sorting";

/** The desk of a closed round: points by red flag and theme, with what was replied. */
export function PointsPage({ round, found, shown }: Props) {
  const { t } = useTranslation("replies");
  const { t: rounds } = useTranslation("rounds");
  const language = useLanguage();
  const { points, themes, replies, mayWrite } = found;
  const groups = [...round.rows.map(({ n }) => n), 0];
  const nameOf = (row: number) =>
    row === 0 ? t("wholeRound") : (round.rows.find(({ n }) => n === row)?.publicId ?? "");
  const passes = (point: Points["points"][number]) =>
    (shown.question === "" || point.question === shown.question) &&
    (!shown.unsorted || point.themes.length === 0);
  const here = (query: Partial<{ question: string; unsorted: string }>) =>
    paths.roundPoints(language, round.id, {
      question: shown.question,
      unsorted: shown.unsorted ? "1" : "",
      ...query,
    });
  return (
    <article className="rounds points">
      <p className="overline">
        <Link to={paths.round(language, round.id)}>{round.title[language]}</Link>
      </p>
      <h1>{t("points.title")}</h1>
      <p>{t("points.lead")}</p>
      <p>{t("points.count")}</p>
      {!mayWrite && <p>{t("points.onlyRead")}</p>}
      <ThemesPart roundId={round.id} found={found} />
      {points.length === 0 ? (
        <EmptyState heading={t("points.none")}>
          <p>{t("points.noneWhy")}</p>
        </EmptyState>
      ) : (
        <nav className="points-filter" aria-label={t("points.show")}>
          <span className="label">{t("points.show")}</span>
          {["", ...uncountedQuestions.map(({ key }) => key)].map((question) => (
            <Link
              key={question}
              to={here({ question })}
              aria-current={shown.question === question ? "true" : undefined}
              preventScrollReset
            >
              {question === "" ? t("points.all") : rounds(`question.${question as "corridor"}.short`)}
            </Link>
          ))}
          <Link
            to={here({ unsorted: shown.unsorted ? "" : "1" })}
            aria-current={shown.unsorted ? "true" : undefined}
            preventScrollReset
          >
            {t("points.unsorted")}
          </Link>
        </nav>
      )}
      {groups.map((row) => {
        const own = points.filter((point) => point.row === row);
        const visible = own.filter(passes);
        const text = round.rows.find(({ n }) => n === row)?.text;
        return (
          <section
            key={row}
            id={paths.pointsAnchor(row)}
            className="sheet-row"
            aria-labelledby={`name-${row}`}
          >
            <h2 id={`name-${row}`}>
              {text ? (
                <>
                  <span className="label">{nameOf(row)}</span> {text[language] || text.es || text.en}
                </>
              ) : (
                nameOf(row)
              )}
            </h2>
            <ReplyCall
              roundId={round.id}
              place={`row-${row}`}
              name={nameOf(row)}
              reply={replies.find((reply) => reply.row === row)}
              mayWrite={mayWrite}
            />
            {own.length > 0 && visible.length === 0 && <p className="quiet">{t("points.nothingLeft")}</p>}
            {mayWrite && themes.length > 0 && visible.length > 1 && <ChooseAll name={nameOf(row)} />}
            <ul className="plain-list point-list">
              {visible.map((point) => (
                <PointItem
                  key={point.id}
                  point={point}
                  themes={themes}
                  form={mayWrite ? sorting : undefined}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {mayWrite && points.length > 0 && themes.length > 0 && (
        <div className="sheet-foot">
          <ActForm
            action={paths.pointsSorting(language, round.id)}
            formId={sorting}
            label={t("sort.heading")}
            className="point-sorting"
            clears
          >
            {(busy) => (
              <>
                <Select
                  name="theme"
                  label={t("sort.heading")}
                  hint={t("sort.how")}
                  none={t("sort.chooseTheme")}
                  options={themes.map(({ id, name }) => ({ value: id, name: name[language] }))}
                  required
                />
                <p className="toolbar">
                  <Button type="submit" name="into" value="1" weight="first" busy={busy}>
                    {t("sort.into")}
                  </Button>
                  <Button type="submit" name="into" value="" busy={busy}>
                    {t("sort.outOf")}
                  </Button>
                </p>
              </>
            )}
          </ActForm>
        </div>
      )}
    </article>
  );
}
