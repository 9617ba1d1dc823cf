import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { AskedFlag } from "~/domain/releases/reading";
import { type Column, type Figures, largestShare, listed } from "~/domain/releases/reading";
import { isWithheld } from "~/domain/releases/release";
import { useLanguage } from "~/i18n/use-language";
import { paths } from "~/paths";
import { ChoiceBars } from "./choice-bars";
import { ComparisonTable } from "./comparison-table";
import { scaleOf } from "./diverging";
import { wordsFor } from "./figures-table";
import { RatingRow } from "./rating-row";
import { onScale, RatingEnds } from "./rating-rows";
import { useFigureSentence } from "./use-figure-sentence";
import { useFigureWords } from "./use-figure-words";

type Row = { flag: AskedFlag; figures: Figures };

type Props = { roundId: string; question: string; rows: Row[]; byCountry: boolean };

/** The same question for every red flag, one under the other on one measure. */
export function FlagComparison({ roundId, question, rows, byCountry }: Props) {
  const language = useLanguage();
  const shown = rows.map((row) => ({ ...row, columns: columnsShown(row.figures, byCountry) }));
  const all = shown.flatMap(({ columns }) => columns);
  const [scale, longest] = [scaleOf(all.map(onScale)), largestShare(all)];
  const rating = rows[0]?.figures.kind === "rating";
  return (
    <div className="flag-comparison" data-rating={rating || undefined}>
      {rating && <RatingEnds question={question} />}
      <ol className="compared-flags">
        {shown.map(({ flag, figures, columns }) => (
          <li key={flag.publicId} id={flag.publicId.replace("#", "-")} data-anchor>
            <div className="compared-flag">
              <Link className="flag-id" to={paths.releaseFlag(language, roundId, flag.publicId)}>
                {flag.publicId}
              </Link>
              <p className="flag-text">{flag.text[language] || flag.text.es || flag.text.en}</p>
            </div>
            <Figure
              figures={figures}
              columns={columns}
              scale={scale}
              longest={longest}
              byCountry={byCountry}
            />
          </li>
        ))}
      </ol>
      <ComparisonTable question={question} rows={shown} byCountry={byCountry} />
    </div>
  );
}

const columnsShown = ({ overall, by }: Figures, byCountry: boolean): Column[] =>
  byCountry ? listed(by.jurisdiction) : isWithheld(overall) ? [] : [overall];

type FigureProps = {
  figures: Figures;
  columns: Column[];
  scale: number;
  longest: number;
  byCountry: boolean;
};

function Figure({ figures, columns, scale, longest, byCountry }: FigureProps) {
  const { t } = useTranslation("releases");
  const { group, number } = useFigureWords();
  const sentence = useFigureSentence()(figures);
  const { question, categories, kind } = figures;
  const some = columns.some(({ counts }) => counts.some((count) => count !== null));
  const nameOf = (column: Column) =>
    t("group", {
      group: byCountry ? group("jurisdiction", column) : t("allInstitutions"),
      answered: number(column.answered),
    });
  const held =
    byCountry && isWithheld(figures.by.jurisdiction) ? figures.by.jurisdiction.withheld : undefined;
  return (
    <figure>
      <figcaption>
        {(byCountry && sentence.compared) || sentence.seen}
        {held && ` ${t("by.jurisdiction")}: ${t(`heldBack.${wordsFor[held]}`)}.`}
      </figcaption>
      {some && (
        <div aria-hidden="true">
          {kind === "rating" ? (
            <ul className="rating-rows">
              {columns.map((column) => (
                <RatingRow
                  key={column.members.join(" ")}
                  name={nameOf(column)}
                  column={onScale(column)}
                  categories={categories.slice(0, 5)}
                  scale={scale}
                />
              ))}
            </ul>
          ) : (
            <ul className="multiples">
              {columns.map((column) => (
                <li key={column.members.join(" ")}>
                  <p className="multiple-name">{nameOf(column)}</p>
                  <ChoiceBars question={question} categories={categories} column={column} longest={longest} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </figure>
  );
}
