import { type Column, shareOf } from "~/domain/releases/reading";
import { Held } from "./held";
import { useFigureWords } from "./use-figure-words";

type Props = {
  question: string;
  categories: readonly string[];
  column: Column;
  /** The share that fills the whole width: the same for all bars that are compared. */
  longest: number;
};

/** Of the width, in hundredths: the rest is for the figure at the end of the longest bar. */
const room = 88;

/** One bar an answer, its figure beside it. */
export function ChoiceBars({ question, categories, column, longest }: Props) {
  const { category, number } = useFigureWords();
  const wide = (share: number) => `${Number(((room * share) / longest).toFixed(1))}%`;
  return (
    <ul className="choice-bars">
      {categories.map((key, place) => {
        const count = column.counts[place] ?? null;
        const share = shareOf(column, count);
        return (
          <li key={key}>
            <span className="choice-name">{category(question, key)}</span>
            {share === null ? (
              <Held />
            ) : (
              <svg aria-hidden="true">
                <rect width={wide(share)} />
                <text x={wide(share)} y="50%" dx="6">
                  {number(count ?? 0)}
                </text>
              </svg>
            )}
          </li>
        );
      })}
    </ul>
  );
}
