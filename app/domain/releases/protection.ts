import type { Parts } from "./parts";
import { fewestPublished } from "./release";

/** A count that a release has or withholds: one category at one place of one release. */
export type Cell = { view: number; place: number; category: number; parts: number[] };

/**
 * Another set of answers under which everything published would read the same: pairs of `category * parts + part` and by how much it
 * differs from the answers given. A withheld count is safe because of such sets; they are secret, and thrown away after the check.
 */
export type Exhibit = readonly (readonly [atom: number, by: number])[];

export function cellsOf({ views, parts }: Parts, categories: number): Cell[] {
  return views.flatMap(({ places }, view) =>
    places.flatMap((_, place) => {
      const within = parts.flatMap((part, i) => (part.places[view]?.includes(place) ? [i] : []));
      return Array.from({ length: categories }, (_, category) => ({
        view,
        place,
        category,
        parts: within,
      }));
    }),
  );
}

export const countIn = (cell: Cell, answers: Int32Array, parts: number) =>
  cell.parts.reduce((sum, part) => sum + (answers[cell.category * parts + part] ?? 0), 0);

/**
 * What must be possible for a withheld count: another value; and where it is under the rule even for one institution among those
 * counted, enough to satisfy the rule for that institution too.
 */
export const isEnough = (count: number, truth: number) =>
  truth < fewestPublished ? count >= fewestPublished : count !== truth;
