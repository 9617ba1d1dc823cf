import { describe, expect, test } from "vitest";
import { beyondChance, compareSightings, errorRate, type Sighting } from "~/domain/releases/early-signals";
import { fewestPublished } from "~/domain/releases/release";

const categories = ["never", "rarely", "sometimes", "often", "cannot-observe"];

/** Mulberry32: the same worlds in every run. */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
type Chance = () => number;

const drawn = (next: Chance, shares: readonly number[]) => {
  let left = next();
  const found = shares.findIndex((share) => {
    left -= share;
    return left < 0;
  });
  return found === -1 ? shares.length - 1 : found;
};

function someShares(next: Chance): number[] {
  const weights = categories.map(() => 0.05 - Math.log(1 - next()));
  const all = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / all);
}

/** `persistence`: how many institutions answer as they did in the round before. */
const answersOf = (
  next: Chance,
  shares: readonly number[],
  institutions: number,
  { before, persistence = 0 }: { before?: number[]; persistence?: number } = {},
) =>
  Array.from({ length: institutions }, (_, i) => {
    const same = before?.[i];
    return same !== undefined && next() < persistence ? same : drawn(next, shares);
  });

const countsOf = (answers: readonly number[]) =>
  categories.map((_, place) => answers.filter((answer) => answer === place).length);

/** As a release tells it: no count under six, and never one withheld count alone. */
function told(answers: readonly number[], redFlag = "A-1#RF-01"): Sighting {
  const counts = countsOf(answers);
  const overall: (number | null)[] = counts.map((count) => (count < fewestPublished ? null : count));
  if (overall.filter((count) => count === null).length === 1) {
    const shown = overall.filter((count) => count !== null);
    overall[overall.indexOf(Math.min(...shown))] = null;
  }
  return { redFlag, answered: answers.length, categories, overall };
}

const of = (counts: (number | null)[], answered: number, redFlag = "A-1#RF-01"): Sighting => ({
  redFlag,
  answered,
  categories,
  overall: counts,
});

const pOf = (before: Sighting, after: Sighting) => compareSightings([before], [after])?.p ?? 1;

/** In how many of so many worlds anything is listed, when nothing ever changes. */
function falseAlarms(
  seed: number,
  worlds: number,
  { institutions, redFlags = 12, persistence = 0 }: Record<string, number> & { institutions: number },
  tell: (answers: number[], before?: number[]) => Sighting = (answers) => told(answers),
) {
  const next = chance(seed);
  let alarmed = 0;
  for (let world = 0; world < worlds; world += 1) {
    const comparisons: { p: number }[] = [];
    for (let flag = 0; flag < redFlags; flag += 1) {
      const shares = someShares(next);
      // Three rounds: the middle one is in two comparisons.
      const first = answersOf(next, shares, institutions);
      const second = answersOf(next, shares, institutions, { before: first, persistence });
      const third = answersOf(next, shares, institutions, { before: second, persistence });
      const [a, b, c] = [tell(first), tell(second, first), tell(third, second)];
      comparisons.push({ p: pOf(a, b) }, { p: pOf(b, c) });
    }
    if (beyondChance(comparisons).length > 0) alarmed += 1;
  }
  return alarmed / worlds;
}

describe("where nothing changed", () => {
  test("no more than one world in twenty has anything listed, with few institutions or many", () => {
    const rates = [12, 24, 60, 200].map((institutions) => falseAlarms(institutions, 1500, { institutions }));
    for (const rate of rates) expect(rate).toBeLessThanOrEqual(errorRate);
    // With many there are some: the rate is held, not for want of anything to compare.
    expect(rates.at(-1)).toBeGreaterThan(0);
  });

  test("institutions that answer as they did before make it rarer, not more frequent", () => {
    const anew = falseAlarms(1, 1500, { institutions: 100 });
    expect(falseAlarms(1, 1500, { institutions: 100, persistence: 0.7 })).toBeLessThanOrEqual(anew);
  });

  test("nor does it lift the rate that figures close to the last ones are withheld", () => {
    const onlyWhatMoved = (answers: number[], before?: number[]) => {
      const held = told(answers);
      const was = before && countsOf(before);
      if (!was || !Array.isArray(held.overall)) return held;
      return {
        ...held,
        overall: held.overall.map((count, i) =>
          count !== null && Math.abs(count - (was[i] ?? 0)) >= 9 ? count : null,
        ),
      };
    };
    expect(falseAlarms(7, 1500, { institutions: 100 }, onlyWhatMoved)).toBeLessThanOrEqual(errorRate);
  });

  test("a typology whose institutions answer every red flag alike has no more false signals than a red flag", () => {
    const next = chance(11);
    const flags = ["1", "2", "3", "4", "5", "6"];
    let low = 0;
    for (let world = 0; world < 4000; world += 1) {
      const shares = [0.2, 0.2, 0.2, 0.2, 0.2];
      const [before, after] = [answersOf(next, shares, 100), answersOf(next, shares, 100)];
      const comparison = compareSightings(
        flags.map((flag) => told(before, flag)),
        flags.map((flag) => told(after, flag)),
      );
      if ((comparison?.p ?? 1) <= errorRate) low += 1;
    }
    // Three standard deviations of 4,000 throws above one in twenty.
    expect(low / 4000).toBeLessThan(errorRate + 3 * Math.sqrt((errorRate * (1 - errorRate)) / 4000));
  });
});

describe("where something changed", () => {
  test("it is found among others that did not, and of all that is listed no more than one in twenty is chance", () => {
    const next = chance(5);
    let found = 0;
    let share = 0;
    const worlds = 1000;
    for (let world = 0; world < worlds; world += 1) {
      const comparisons = Array.from({ length: 20 }, (_, flag) => {
        const changed = flag < 4;
        const before = told(answersOf(next, [0.4, 0.2, 0.2, 0.1, 0.1], 100));
        const after = told(
          answersOf(next, changed ? [0.15, 0.1, 0.2, 0.45, 0.1] : [0.4, 0.2, 0.2, 0.1, 0.1], 100),
        );
        return { changed, p: pOf(before, after) };
      });
      const listed = beyondChance(comparisons);
      found += listed.filter(({ changed }) => changed).length;
      share += listed.filter(({ changed }) => !changed).length / Math.max(1, listed.length);
    }
    expect(found / (4 * worlds)).toBeGreaterThan(0.9);
    expect(share / worlds).toBeLessThanOrEqual(errorRate);
  });

  test("it says of which answers, the largest change of share first", () => {
    const comparison = compareSightings([of([40, 10, 20, 20, 10], 100)], [of([10, 10, 25, 45, 10], 100)]);
    expect(comparison?.shifts.slice(0, 2)).toEqual([
      { category: "never", before: 40, after: 10 },
      { category: "often", before: 20, after: 45 },
    ]);
    // The statistic is 30.53...: computed apart.
    expect(comparison?.p).toBeCloseTo(Math.exp(-x2 / 2) * (1 + x2 / 2), 12);
  });
});

/** Of [40,10,20,20,10] and [10,10,25,45,10], each of a hundred, by hand. */
const x2 = 2 * (15 ** 2 / 25) + 2 * (2.5 ** 2 / 22.5) + 2 * (12.5 ** 2 / 32.5);

describe("what is withheld", () => {
  test("is never used: whatever it was, the comparison reads the same", () => {
    const before = of([30, null, null, 30, 20], 100);
    const after = of([10, null, null, 50, 20], 100);
    const comparison = compareSightings([before], [after]);
    expect(comparison?.shifts.map(({ category }) => category).sort()).toEqual([
      "cannot-observe",
      "never",
      "often",
    ]);
    // Published in one of the two only: compared in neither, though the other's figure stands there.
    const lone = compareSightings([before], [of([10, 12, null, 50, 20], 100)]);
    expect(lone).toEqual(comparison);
  });

  test("counts as no change where it is all", () => {
    const open = of([30, 20, 10, 30, 10], 100);
    for (const held of [
      of([null, null, null, null, null], 100),
      { ...open, overall: { withheld: "earlier_release" as const } },
    ])
      expect(compareSightings([open], [held])).toMatchObject({ shifts: [], p: 1 });
  });

  test("of one red flag of a typology keeps that answer out of the typology's comparison", () => {
    const whole = (flag: string) => of([30, 20, 10, 30, 10], 100, flag);
    const comparison = compareSightings(
      [whole("1"), whole("2")],
      [whole("1"), of([null, 20, null, 30, 10], 100, "2")],
    );
    expect(comparison?.shifts.map(({ category }) => category).sort()).toEqual([
      "cannot-observe",
      "often",
      "rarely",
    ]);
  });
});

test("fewer than twelve answers, and answers too rare to judge, are not compared", () => {
  expect(pOf(of([11, 0, 0, 0, 0], 11), of([0, 0, 0, 11, 0], 11))).toBe(1);
  const rare = compareSightings([of([500, 6, null, null, null], 600)], [of([6, 6, null, null, null], 12)]);
  expect(rare?.shifts.map(({ category }) => category)).toEqual(["never"]);
});

test("red flags that are not in both are left out; none in both is no comparison", () => {
  const one = of([30, 20, 10, 30, 10], 100, "1");
  expect(compareSightings([one], [{ ...one, redFlag: "2" }])).toBeUndefined();
  expect(compareSightings([one, { ...one, redFlag: "2" }], [one])?.redFlags).toBe(1);
});

test("what stands is judged among all comparisons, also those that could not be made", () => {
  const p = (...all: number[]) => beyondChance(all.map((one) => ({ p: one }))).map((one) => one.p);
  expect(p(0.04)).toEqual([0.04]);
  expect(p(0.04, 1)).toEqual([]);
  // Each p against its own step: 0.02 falls short of 0.0167 and stands with the second, at 0.0333.
  expect(p(0.02, 0.03, 1)).toEqual([0.02, 0.03]);
  expect(p()).toEqual([]);
});
