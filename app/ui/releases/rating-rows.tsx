import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "~/domain/releases/reading";
import { scaleOf } from "./diverging";
import { RatingRow } from "./rating-row";
import { useFigureWords } from "./use-figure-words";

/** A rating that may be left open counts those who left it so beside the scale, not on it. */
const ratings = 5;

type Props = {
  question: string;
  categories: readonly string[];
  rows: { key: string; name: ReactNode; column: Column }[];
  /** Columns that share the rows' measure though they are drawn elsewhere. */
  measuredWith?: Column[];
};

export const onScale = (column: Column): Column => ({ ...column, counts: column.counts.slice(0, ratings) });

/** Ratings of several sets of institutions, one under the other on one measure. */
export function RatingRows({ question, categories, rows, measuredWith = [] }: Props) {
  const scale = scaleOf([...rows.map(({ column }) => column), ...measuredWith].map(onScale));
  return (
    <div className="ratings">
      <RatingEnds question={question} />
      <ul className="rating-rows">
        {rows.map(({ key, name, column }) => (
          <RatingRow
            key={key}
            name={name}
            column={onScale(column)}
            categories={categories.slice(0, ratings)}
            scale={scale}
          />
        ))}
      </ul>
    </div>
  );
}

/** What the two ends of the scale are called. */
export function RatingEnds({ question }: { question: string }) {
  const { t } = useTranslation("releases");
  const { category } = useFigureWords();
  return (
    <p className="rating-ends">
      <span>{t("rating.from", { words: category(question, "1") })}</span>
      <span>{t("rating.to", { words: category(question, "5") })}</span>
    </p>
  );
}
