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
              <svg focusable="false" aria-hidden="true">
                <rect x="0" y="12%" height="76%" width={`${(room * share) / longest}%`} />
                <text x={`${(room * share) / longest}%`} y="50%" dx="6" dominantBaseline="central">
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
