import type { Highs } from "highs";
import type { Cell, Exhibit } from "./protection";

/** So often other prices are tried before a breakdown is given up for want of a whole answer. */
const turns = 6;
/** What it costs to give up an answer that had better stay: more than others, less than any figure. */
const dear = 100;
const goldenRatio = (Math.sqrt(5) - 1) / 2;

type Shape = {
  answers: Int32Array;
  /** Institutions of each part. */
  sizes: number[];
  cells: Cell[];
  /** What it costs to give up publishing a cell; infinite for what an earlier release published. */
  prices: number[];
};

/** Other answers; or the published cells that would have to change, and by how much; or the answers that will not come out whole. */
export type Swap = {
  exhibit: Exhibit | undefined;
  broken: { cell: number; by: number }[];
  divided: number[];
};

const nothing: Swap = { exhibit: undefined, broken: [], divided: [] };
const tolerance = 1e-6;

/**
 * Looks for other answers of the same institutions that leave what is published as it is, or give up as little of it as possible:
 * the linear programme of Kelly, Golden and Assad (1992), once for each withheld cell. Columns: how many institutions of a part give
 * up a category (at a price of 1) or take it up; for each published cell how far it moves, up and down.
 */
export function swapModel(highs: Highs, { answers, sizes, cells, prices }: Shape) {
  const [atoms, parts] = [answers.length, sizes.length];
  const given = [...answers.keys()].filter((atom) => (answers[atom] ?? 0) > 0);
  const elastic = [...cells.keys()].filter(
    (cell) => Number.isFinite(prices[cell] ?? 0) && (prices[cell] ?? 0) > 0,
  );
  const numCols = atoms + given.length + 2 * elastic.length;
  const numRows = parts + cells.length;

  const rowsOf: number[][] = Array.from({ length: atoms }, (_, atom) => [atom % parts]);
  cells.forEach(({ category, parts: within }, i) => {
    for (const part of within) rowsOf[category * parts + part]?.push(parts + i);
  });

  const [starts, indices, values]: [number[], number[], number[]] = [[0], [], []];
  const column = (rows: readonly number[], sign: number) => {
    for (const row of rows) {
      indices.push(row);
      values.push(sign);
    }
    starts.push(indices.length);
  };
  for (let atom = 0; atom < atoms; atom += 1) column(rowsOf[atom] ?? [], 1);
  for (const atom of given) column(rowsOf[atom] ?? [], -1);
  for (const cell of elastic) {
    column([parts + cell], -1);
    column([parts + cell], 1);
  }
  const colUpper = [
    ...Array.from(answers, (count, atom) => (sizes[atom % parts] ?? 0) - count),
    ...given.map((atom) => answers[atom] ?? 0),
    ...elastic.flatMap(() => [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]),
  ];
  const colCost = [
    ...Array.from(answers, () => 0),
    ...given.map(() => 1),
    ...elastic.flatMap((cell) => [prices[cell] ?? 0, prices[cell] ?? 0]),
  ];
  const bounds = [...colUpper];
  const free = cells.map((_, cell) => (prices[cell] === 0 ? Number.POSITIVE_INFINITY : 0));

  const model = highs.createModel({
    numCols,
    numRows,
    colCost,
    colLower: colCost.map(() => 0),
    colUpper,
    rowLower: [...sizes.map(() => 0), ...free.map((by) => 0 - by)],
    rowUpper: [...sizes.map(() => 0), ...free],
    matrix: { format: "csc", numRows, numCols, starts, indices, values },
  });
  model.options.set({ output_flag: false, presolve: "off", random_seed: 0 });
  const columns = Array.from({ length: atoms + given.length }, (_, i) => i);
  const givenAt = new Map(given.map((atom, i) => [atom, atoms + i]));

  const costs = [...colCost];
  const price = (atoms: readonly number[], cost: number) => {
    const cols = atoms.flatMap((atom) => givenAt.get(atom) ?? []).sort((a, b) => a - b);
    for (const col of cols) costs[col] = cost;
    model.changeColsCost(
      { kind: "set", indices: cols },
      cols.map(() => cost),
    );
  };

  const limit = (col: number, upper: number) => {
    bounds[col] = upper;
    model.changeColBounds(col, 0, upper);
  };
  const bound = (col: number) => bounds[col] ?? 0;

  /** `times` the answers that the solver found, if that makes them whole and stays within what there is. */
  function whole(colValue: Float64Array, times: number): Exhibit | undefined {
    const at = (col: number) => (colValue[col] ?? 0) * times;
    const exhibit: [number, number][] = [];
    for (let atom = 0; atom < atoms; atom += 1) {
      const minus = givenAt.get(atom);
      const by = at(atom) - (minus === undefined ? 0 : at(minus));
      const rounded = Math.round(by);
      const least = minus === undefined ? 0 : -bound(minus);
      if (Math.abs(by - rounded) > tolerance || rounded < least || rounded > bound(atom)) return undefined;
      if (rounded !== 0) exhibit.push([atom, rounded]);
    }
    return exhibit;
  }

  function run() {
    model.run();
    return model.getModelStatus() === highs.constants.modelStatus.optimal
      ? model.getSolution().colValue
      : undefined;
  }

  /** The answers of which the solver would take a part of an institution. */
  function split(found: Float64Array) {
    const isSplit = (col: number) => Math.abs((found[col] ?? 0) - Math.round(found[col] ?? 0)) > tolerance;
    return [...answers.keys()].filter((atom) => isSplit(atom) || isSplit(givenAt.get(atom) ?? atom));
  }

  function read(found: Float64Array): Swap {
    const slack = atoms + given.length;
    const broken = elastic.flatMap((cell, i) => {
      const by = (found[slack + 2 * i] ?? 0) + (found[slack + 2 * i + 1] ?? 0);
      return by > tolerance ? [{ cell, by }] : [];
    });
    if (broken.length > 0) return { ...nothing, broken };
    // Half an institution here and half there is often two whole ones.
    return { ...nothing, exhibit: whole(found, 1) ?? whole(found, 2) ?? whole(found, 3) };
  }

  function solve(): Swap {
    let divided = nothing;
    // The answers as they were given, from which few steps lead to others.
    model.setLogicalBasis();
    for (let turn = 0; turn < turns; turn += 1) {
      if (turn > 0) vary(turn);
      const found = run();
      if (turn > 0) vary(0);
      if (!found) return nothing;
      const swap = read(found);
      if (swap.exhibit || swap.broken.length > 0) return swap;
      if (turn === 0) divided = { ...nothing, divided: split(found) };
    }
    return divided;
  }

  /** Other prices among equals lead to other answers, perhaps to whole ones; always the same prices, so that a release is always the same. */
  function vary(turn: number) {
    const varied = columns.map((col) => (costs[col] ?? 0) + (((col + 1) * turn * goldenRatio) % 1));
    model.changeColsCost({ kind: "set", indices: columns }, varied);
  }

  return {
    /**
     * Answers under which `cell` is between `low` and `high` more than it is, and someone still gives each of the `kept` ones; and of
     * the `spared` ones as few as possible are given up.
     */
    move(
      cell: number,
      [low, high]: readonly [number, number],
      { kept, spared }: { kept: readonly number[]; spared: readonly number[] },
    ) {
      if (spared.length > 0) price(spared, dear);
      model.changeRowBounds(parts + cell, low, high);
      for (const atom of kept) limit(givenAt.get(atom) ?? 0, (answers[atom] ?? 1) - 1);
      const swap = solve();
      for (const atom of kept) limit(givenAt.get(atom) ?? 0, colUpper[givenAt.get(atom) ?? 0] ?? 0);
      model.changeRowBounds(parts + cell, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
      if (spared.length > 0) price(spared, 1);
      return swap;
    },
    withhold(cell: number) {
      const slack = atoms + given.length + 2 * elastic.indexOf(cell);
      for (const col of [slack, slack + 1]) model.changeColBounds(col, 0, 0);
      model.changeRowBounds(parts + cell, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    },
    end: () => model.dispose(),
  };
}
