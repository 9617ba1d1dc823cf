import type { Cell, Exhibit } from "./protection";

type Shape = { answers: Int32Array; parts: number; cells: readonly Cell[]; shown: readonly boolean[] };

/**
 * Other answers without a solver. Parts that the same published figures count, in two categories, can exchange these categories among
 * themselves and no figure shows it: what some take up, others give up. Most withheld counts are safe by such plain exchanges; what
 * is found is whole by nature.
 */
export function plainSwaps({ answers, parts, cells, shown }: Shape) {
  const categories = answers.length / parts;
  const marks: string[] = [];
  const mark = (category: number, part: number) =>
    cells
      .flatMap((cell, i) => (shown[i] && cell.category === category && cell.parts.includes(part) ? [i] : []))
      .join();
  const markAll = (category: number, of: readonly number[]) => {
    for (const part of of) {
      const at = category * parts + part;
      marks[at] = mark(category, part);
    }
  };
  for (let category = 0; category < categories; category += 1) markAll(category, [...Array(parts).keys()]);

  /** Parts that may exchange two categories; whether they may even without giving back. */
  function groupsOf(a: number, b: number) {
    const groups = new Map<string, { free: boolean; parts: number[] }>();
    for (let part = 0; part < parts; part += 1) {
      const key = `${marks[a * parts + part]}/${marks[b * parts + part]}`;
      const group = groups.get(key) ?? { free: key === "/", parts: [] };
      group.parts.push(part);
      groups.set(key, group);
    }
    return groups.values();
  }

  /** Answers under which `cell` counts `by` more (or less), where `left` says how many of an answer must stay. */
  function move(cell: Cell, by: number, left: (atom: number) => number): Exhibit | undefined {
    const within = new Set(cell.parts);
    const moved = new Map<number, number>();
    const add = (atom: number, count: number) => moved.set(atom, (moved.get(atom) ?? 0) + count);
    const spare = (atom: number) =>
      Math.max(0, (answers[atom] ?? 0) + Math.min(0, moved.get(atom) ?? 0) - left(atom));
    const room = (of: readonly number[], category: number) =>
      of.reduce((sum, part) => sum + spare(category * parts + part), 0);
    const turn = (of: readonly number[], from: number, to: number, count: number) => {
      let open = count;
      for (const part of of) {
        const some = Math.min(open, spare(from * parts + part));
        if (some === 0) continue;
        add(from * parts + part, -some);
        add(to * parts + part, some);
        open -= some;
      }
    };

    const a = cell.category;
    let missing = Math.abs(by);
    for (let b = 0; b < categories && missing > 0; b += 1) {
      if (b === a) continue;
      const [from, to] = by > 0 ? [b, a] : [a, b];
      for (const { free, parts: group } of groupsOf(a, b)) {
        const inside = group.filter((part) => within.has(part));
        const outside = group.filter((part) => !within.has(part));
        const count = Math.min(missing, room(inside, from), free ? missing : room(outside, to));
        if (count === 0) continue;
        turn(inside, from, to, count);
        if (!free) turn(outside, to, from, count);
        missing -= count;
      }
    }
    return missing > 0 ? undefined : [...moved];
  }

  return {
    move,
    /** To be told of each figure that is withheld meanwhile. */
    withhold: (cell: Cell) => markAll(cell.category, cell.parts),
  };
}
