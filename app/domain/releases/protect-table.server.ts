import type { Highs } from "highs";
import { answersBy, type Parts } from "./parts";
import { plainSwaps } from "./plain-swap";
import { type Cell, cellsOf, countIn, type Exhibit, isEnough } from "./protection";
import { type Breakdown, breakdowns, fewestPublished, type Subject } from "./release";
import { type Swap, swapModel } from "./swap-model.server";

type Table = {
  parts: Parts;
  subject: Subject;
  /** What the earlier releases published of it, by their place among the views. */
  earlier: { view: number; published(place: number, category: number): boolean }[];
  /** Breakdowns that this release may not show of it. */
  held: ReadonlySet<Breakdown | "overall">;
};

export type ProtectedTable = {
  published: boolean[][];
  torn: Breakdown[];
  exhibits: Exhibit[];
};

const worth: Record<Breakdown | "overall", number> = {
  overall: 50_000,
  jurisdiction: 10_000,
  sector: 3000,
  size: 1000,
};
/** Less than this of what could be shown of a breakdown is no breakdown. */
const leastShown = 0.5;

/** Withholds what is too small, then what would give it away, the least useful first, until every withheld count is safe. */
export function protectTable(highs: Highs, { parts, subject, earlier, held }: Table): ProtectedTable {
  const answers = answersBy(parts, subject);
  const total = parts.parts.length;
  const cells = cellsOf(parts, subject.categories.length);
  const current = parts.views.length - 1;
  const truth = cells.map((cell) => countIn(cell, answers, total));
  const breakdownOf = ({ view, place }: Cell) => parts.views[view]?.places[place]?.breakdown ?? "overall";

  const prices = cells.map((cell, i) => {
    if (cell.view !== current) {
      const before = earlier.find(({ view }) => view === cell.view);
      return before?.published(cell.place, cell.category) ? Number.POSITIVE_INFINITY : 0;
    }
    const breakdown = breakdownOf(cell);
    return held.has(breakdown) || (truth[i] ?? 0) < fewestPublished ? 0 : worth[breakdown];
  });
  const shown = prices.map((price) => price > 0);
  const model = swapModel(highs, { answers, sizes: parts.parts.map(({ size }) => size), cells, prices });
  const plain = plainSwaps({ answers, parts: total, cells, shown });
  const exhibits: Exhibit[] = [];
  const waiting: number[] = [];
  const withhold = (list: readonly number[]) => {
    for (const i of list) {
      const cell = cells[i];
      if (!shown[i] || !cell) continue;
      if (cell.view !== current) throw new Error("What was published cannot be withheld.");
      shown[i] = false;
      model.withhold(i);
      plain.withhold(cell);
      waiting.push(i);
    }
  };
  const counts = cells.map(({ category, parts: within }) => {
    const inCell = new Uint8Array(answers.length);
    for (const part of within) inCell[category * total + part] = 1;
    return inCell;
  });
  const countUnder = (exhibit: Exhibit, i: number) => {
    const inCell = counts[i];
    let count = 0;
    for (const [atom, by] of exhibit) if (inCell?.[atom] === 1) count += by;
    return count;
  };
  const emptied = (exhibit: Exhibit) =>
    exhibit.flatMap(([atom, by]) => (by < 0 && (answers[atom] ?? 0) + by === 0 ? [atom] : []));

  /** The answers whose givers would not be fooled by any exhibit so far; undefined where there is none at all. */
  function unsure(i: number): number[] | undefined {
    let left: number[] | undefined;
    for (const exhibit of exhibits) {
      if (!isEnough((truth[i] ?? 0) + countUnder(exhibit, i), truth[i] ?? 0)) continue;
      const gone = emptied(exhibit);
      left = left === undefined ? gone : left.filter((atom) => gone.includes(atom));
      if (left.length === 0) return left;
    }
    return left;
  }

  const cost = ({ exhibit, broken }: Swap) =>
    exhibit || broken.length > 0
      ? broken.reduce((sum, { cell, by }) => sum + by * (prices[cell] ?? 0), 0)
      : Number.POSITIVE_INFINITY;

  /** The cheapest of the ways in which this cell could be other than it is. */
  function otherwise(i: number, kept: readonly number[], spared: readonly number[] = []): Swap {
    const count = truth[i] ?? 0;
    const missing = fewestPublished - count;
    if (missing > 0) return model.move(i, [missing, Number.POSITIVE_INFINITY], { kept, spared });
    const less = model.move(i, [Number.NEGATIVE_INFINITY, -1], { kept, spared });
    if (less.exhibit) return less;
    const more = model.move(i, [1, Number.POSITIVE_INFINITY], { kept, spared });
    return cost(more) < cost(less) ? more : less;
  }

  /** The same by plain exchanges: if possible so that every answer is still given by someone. */
  function exchanged(i: number, kept: readonly number[]): Exhibit | undefined {
    const cell = cells[i];
    if (!cell) return undefined;
    const missing = fewestPublished - (truth[i] ?? 0);
    const moves = missing > 0 ? [missing] : [-1, 1];
    const lefts = [() => 1, (atom: number) => (kept.includes(atom) ? 1 : 0)];
    for (const left of lefts) {
      for (const by of moves) {
        const exhibit = plain.move(cell, by, left);
        if (exhibit) return exhibit;
      }
    }
    return undefined;
  }

  /**
   * Withholds one cell after the other, the least useful of those in the way, until whole other answers are found. What an earlier
   * release tells by itself is not found even with nothing shown; a table that shows nothing tells no more.
   */
  function secure(i: number, kept: readonly number[], spared: readonly number[] = []) {
    while (shown.some((is, cell) => is && cells[cell]?.view === current)) {
      const found = exchanged(i, kept);
      const { exhibit, broken, divided } = found
        ? { exhibit: found, broken: [], divided: [] }
        : otherwise(i, kept, spared);
      if (exhibit) {
        exhibits.push(exhibit);
        return;
      }
      const price = ({ cell }: { cell: number }) => prices[cell] ?? 0;
      const [least] = broken.sort((a, b) => price(a) - price(b) || b.by - a.by || a.cell - b.cell);
      withhold(least ? [least.cell] : inTheWayOf(divided));
    }
  }

  /** The least useful figure that keeps answers from coming out whole. */
  function inTheWayOf(divided: readonly number[]) {
    for (const breakdown of [...breakdowns.toReversed(), "overall" as const]) {
      const left = shownOf(breakdown);
      const [first] = left.filter((i) =>
        divided.some(
          (atom) => Math.floor(atom / total) === cells[i]?.category && cells[i]?.parts.includes(atom % total),
        ),
      );
      if (first !== undefined) return [first];
    }
    return [...cells.keys()].filter((i) => cells[i]?.view === current && shown[i]);
  }

  const shownOf = (breakdown: Breakdown | "overall") =>
    [...cells.keys()].filter((i) => {
      const cell = cells[i];
      return cell?.view === current && breakdownOf(cell) === breakdown && shown[i];
    });

  function secureAll() {
    for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) {
      let left = unsure(i);
      if (left === undefined) {
        secure(i, []);
        left = unsure(i) ?? [];
      }
      if (left.length > 1) {
        const exhibit = exchanged(i, left);
        if (exhibit) exhibits.push(exhibit);
        left = unsure(i) ?? [];
      }
      // What is found for one of them often serves the next as well.
      for (let [atom] = left; atom !== undefined; [atom] = left) {
        secure(i, [atom], left);
        const still = unsure(i) ?? [];
        left = left.filter((other) => other !== atom && still.includes(other));
      }
    }
  }

  cells.forEach((_, i) => {
    if (!shown[i]) waiting.push(i);
  });
  secureAll();

  const torn = breakdowns.filter((breakdown) => {
    const mine = [...cells.keys()].filter(
      (i) => cells[i]?.view === current && breakdownOf(cells[i]) === breakdown && (prices[i] ?? 0) > 0,
    );
    const left = mine.filter((i) => shown[i]);
    if (mine.length > 0 && left.length >= mine.length * leastShown) return false;
    withhold(left);
    secureAll();
    return true;
  });
  model.end();

  const places = parts.views[current]?.places ?? [];
  return {
    published: places.map((_, place) =>
      subject.categories.map((_, category) =>
        cells.some(
          (cell, i) =>
            cell.view === current &&
            cell.place === place &&
            cell.category === category &&
            (shown[i] ?? false),
        ),
      ),
    ),
    torn,
    exhibits,
  };
}
