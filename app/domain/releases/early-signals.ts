import jStat from "jstat";
import { type Counts, isWithheld, smallestGroup, type Withheld } from "./release";

/** Of what is listed, the share that may be chance, on average (decision 257). */
export const errorRate = 0.05;
/** A mean count below which the distribution of the test does not hold: such categories are counted with the rest. */
const leastExpected = 5;

/** How often one red flag was seen, as one release tells it. */
export type Sighting = {
  redFlag: string;
  answered: number;
  categories: readonly string[];
  overall: Counts | Withheld;
};

/** Of one category, how many institutions gave it: the mean over the red flags compared. */
export type Shift = { category: string; before: number; after: number };
export type Comparison = {
  /** How many red flags are in both. */
  redFlags: number;
  answered: { before: number; after: number };
  /** What is published in both releases and may be compared, the largest change of share first. */
  shifts: Shift[];
  /** How many other categories there are: withheld in one of the two, or too small. */
  left: number;
  p: number;
};

/**
 * Compares what two releases tell of the same red flags: one, or those of a typology. Undefined where none is in both.
 * Withheld figures change nothing: what is not compared counts as no change (p = 1).
 */
export function compareSightings(
  before: readonly Sighting[],
  after: readonly Sighting[],
): Comparison | undefined {
  const pairs = before.flatMap((one) => {
    const same = after.find(({ redFlag }) => redFlag === one.redFlag);
    return same ? [{ before: one, after: same }] : [];
  });
  const [first] = pairs;
  if (!first) return undefined;
  const answered = { before: first.before.answered, after: first.after.answered };
  const compared = { redFlags: pairs.length, answered };
  if (Math.min(answered.before, answered.after) < smallestGroup)
    return { ...compared, shifts: [], left: first.before.categories.length, p: 1 };

  const published = first.before.categories.flatMap((category): Shift[] => {
    const [was, is] = [
      meanOf(
        category,
        pairs.map((pair) => pair.before),
      ),
      meanOf(
        category,
        pairs.map((pair) => pair.after),
      ),
    ];
    return was === null || is === null ? [] : [{ category, before: was, after: is }];
  });
  const shifts = published
    .filter((shift) => isFrequent(shift, answered))
    .sort((a, b) => Math.abs(changeOf(b, answered)) - Math.abs(changeOf(a, answered)));
  // Of all categories, not of those shown: what is shown depends on what was answered, and can only make the statistic smaller.
  const degrees = first.before.categories.length - 1;
  const p = 1 - jStat.chisquare.cdf(statistic(cellsOf(shifts, answered), answered), degrees);
  return { ...compared, shifts, left: first.before.categories.length - shifts.length, p };
}

type Answered = Comparison["answered"];
type Cell = { before: number; after: number };

/** Null where any of the figures is withheld. */
function meanOf(category: string, sightings: readonly Sighting[]): number | null {
  let sum = 0;
  for (const { categories, overall } of sightings) {
    const count = isWithheld(overall) ? null : (overall[categories.indexOf(category)] ?? null);
    if (count === null) return null;
    sum += count;
  }
  return sum / sightings.length;
}

/** By how much the share of a category changed. */
const changeOf = ({ before, after }: Cell, answered: Answered) =>
  after / answered.after - before / answered.before;

const expected = ({ before, after }: Cell, answered: Answered) => {
  const share = (before + after) / (answered.before + answered.after);
  return { before: share * answered.before, after: share * answered.after };
};

const isFrequent = (cell: Cell, answered: Answered) => {
  const mean = expected(cell, answered);
  return Math.min(mean.before, mean.after) >= leastExpected;
};

/** What is compared, and all the rest as one; a rest that is too small is counted with the smallest of the others. */
function cellsOf(shifts: readonly Shift[], answered: Answered): Cell[] {
  const cells: Cell[] = [...shifts].sort((a, b) => b.before + b.after - a.before - a.after);
  const rest = cells.reduce(
    (left, { before, after }) => ({ before: left.before - before, after: left.after - after }),
    { ...answered },
  );
  if (isFrequent(rest, answered)) return [...cells, rest];
  const smallest = cells.pop();
  return smallest
    ? [...cells, { before: smallest.before + rest.before, after: smallest.after + rest.after }]
    : [];
}

/** Pearson's. */
const statistic = (cells: readonly Cell[], answered: Answered) =>
  cells.reduce((sum, cell) => {
    const mean = expected(cell, answered);
    return sum + (cell.before - mean.before) ** 2 / mean.before + (cell.after - mean.after) ** 2 / mean.after;
  }, 0);

/** Those that stand when the share of false ones among them is held (Benjamini and Hochberg), the smallest p first. */
export function beyondChance<One extends { p: number }>(comparisons: readonly One[]): One[] {
  const sorted = [...comparisons].sort((a, b) => a.p - b.p);
  const last = sorted.findLastIndex(({ p }, i) => p <= (errorRate * (i + 1)) / sorted.length);
  return sorted.slice(0, last + 1);
}
