import { type ReactNode, useId } from "react";
import type { Column } from "~/domain/releases/reading";
import { segmentsOf } from "./diverging";
import { Held } from "./held";
import { useFigureWords } from "./use-figure-words";

type Props = { name: ReactNode; column: Column; categories: readonly string[]; scale: number };

/** Ratings of one set of institutions: the middle one across the centre, the bad to its left, the good to its right. */
export function RatingRow({ name, column, categories, scale }: Props) {
  const { number } = useFigureWords();
  const hatch = useId();
  const segments = segmentsOf(column, scale);
  return (
    <li className="rating-row">
      <span className="rating-name">{name}</span>
      <svg aria-hidden="true">
        {segments.some(({ held }) => held) && (
          <defs>
            <pattern id={hatch} className="hatching" width="6" height="6" patternUnits="userSpaceOnUse">
              <path d="M-1 1l2-2M0 6l6-6M5 7l2-2" />
            </pattern>
          </defs>
        )}
        <line className="centre" x1="50%" x2="50%" y1="0" y2="100%" />
        {segments.map(({ place, x, width, held }) => (
          <rect
            key={place}
            data-rating={categories[place]}
            data-held={held || undefined}
            x={`${x.toFixed(2)}%`}
            width={`${width.toFixed(2)}%`}
            fill={held ? `url(#${hatch})` : undefined}
          />
        ))}
      </svg>
      <ol className="rating-counts">
        {categories.map((key, place) => {
          const count = column.counts[place] ?? null;
          return (
            <li key={key}>
              <span className="rating-key">{key}</span> {count === null ? <Held /> : <b>{number(count)}</b>}
            </li>
          );
        })}
      </ol>
    </li>
  );
}
