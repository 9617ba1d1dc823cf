import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeRelease } from "~/domain/releases/compute-release.server";
import type { EarlierRelease } from "~/domain/releases/earlier-release";
import type { Ballot, Kind, Release } from "~/domain/releases/release";
import { aBallot, answerOf, clarity, kindOf, newcomer } from "../../support/a-ballot";
import { type Counted, holesIn } from "../../support/lp-attacker";

/** More rounds than the usual ones: RIBERA_ATTACKS=20000 npx vitest run tests/domain/releases/attack.test.ts */
const rounds = Number(process.env.RIBERA_ATTACKS ?? 450);

/** A busy machine takes long over this; that says nothing of the figures. */
const patience = Math.max(600_000, rounds * 1000);

const oneOf = (values: string[]) => fc.constantFrom(...values);
/** One dominant value and single ones, two of a size, and an even spread. */
const shapes = {
  jurisdiction: [
    ["MX", "MX", "MX", "US"],
    ["MX", "US"],
    ["MX", "MX", "MX", "MX", "MX", "MX", "MX", "MX", "US"],
  ],
  sector: [
    ["bank", "bank", "bank", "bank", "bank", "bank", "bank", "broker", "casino", "insurance"],
    ["bank", "broker"],
    ["bank", "bank", "bank", "broker", "broker", "fintech"],
  ],
  size: [["small"], ["small", "large"], ["small", "small", "medium", "large"]],
  answer: [
    ["a", "b"],
    ["a", "a", "a", "b", "c"],
    ["a", "a", "b", "b", "c", "c"],
    ["a", "a", "a", "a", "a", "a", "b"],
  ],
};
const shaped = fc
  .record({
    jurisdiction: fc.constantFrom(...shapes.jurisdiction),
    sector: fc.constantFrom(...shapes.sector),
    size: fc.constantFrom(...shapes.size),
    answer: fc.constantFrom(...shapes.answer),
    most: fc.constantFrom(14, 30, 60, 90),
  })
  .chain(({ jurisdiction, sector, size, answer, most }) =>
    fc.array(
      fc
        .record({
          jurisdiction: oneOf(jurisdiction),
          sector: oneOf(sector),
          size: oneOf(size),
          answer: oneOf(answer),
        })
        .map(({ answer, ...kind }) => aBallot(answer, kind)),
      { minLength: Math.floor(most * 0.7), maxLength: most, size: "max" },
    ),
  );

async function release(
  ballots: readonly Ballot[],
  earlier: EarlierRelease[] = [],
): Promise<Release | undefined> {
  const outcome = await computeRelease({ subjects: [clarity], ballots, earlier });
  if (outcome.ok) return outcome.value;
  expect(["release_under_five", "release_stands"]).toContain(outcome.reason);
  return undefined;
}

/** What an outsider finds, and what each of a few who answered finds, each by his own answer. */
function found(releases: Release[], people: Counted[], own: string[]) {
  if (releases.every(nothingShown)) return [];
  const insiders = [0, 0.31, 0.77].map((share) => Math.floor(share * people.length));
  return [
    ...holesIn(releases, 0, people),
    ...insiders.flatMap((i) => {
      const counted = people[i];
      return counted
        ? holesIn(releases, 0, people, { counted, category: clarity.categories.indexOf(own[i] ?? "") })
        : [];
    }),
  ];
}

const nothingShown = ({ tables }: Release) =>
  !/\d/.test(JSON.stringify(tables.map(({ redFlag, ...table }) => table)));

describe("no withheld count is recovered or bounded under five", () => {
  test(
    "by whoever reckons with everything that one release publishes",
    async () => {
      let shown = 0;
      await fc.assert(
        fc.asyncProperty(shaped, async (ballots) => {
          const made = await release(ballots);
          if (!made) return;
          if (!nothingShown(made)) shown += 1;
          expect(
            found(
              [made],
              ballots.map((ballot) => [kindOf(ballot)]),
              ballots.map(answerOf),
            ),
          ).toEqual([]);
        }),
        { numRuns: rounds, seed: 20_261_122 },
      );
      // A guard that shows nothing guards well and is of no use.
      expect(shown).toBeGreaterThan(rounds / 3);
    },
    patience,
  );

  test(
    "by setting a correction of the round against its first release",
    async () => {
      const corrected = shaped.chain((before) =>
        fc.record({
          before: fc.constant(before),
          leave: fc.integer({ min: 0, max: 12 }),
          come: fc.array(
            fc.record({
              answer: oneOf(["a", "b", "c"]),
              jurisdiction: oneOf(["MX", "US"]),
              sector: oneOf(["bank", "broker"]),
            }),
            { maxLength: 12 },
          ),
        }),
      );
      await fc.assert(
        fc.asyncProperty(corrected, async ({ before, leave, come }) => {
          const joined = come.map(({ answer, ...kind }) => aBallot(answer, kind));
          const first = await release(before);
          if (!first) return;
          const second = await release(
            [...before.slice(leave), ...joined],
            [{ of: "same-round", release: first, ballots: before }],
          );
          if (!second) return;
          const people: Counted[] = [
            ...before.map((ballot, i) => [kindOf(ballot), i < leave ? null : kindOf(ballot)]),
            ...joined.map((ballot) => [null, kindOf(ballot)]),
          ];
          if (nothingShown(second)) return;
          if (first.answered < 12) for (const counted of people) counted.shift();
          const made = first.answered < 12 ? [second] : [first, second];
          expect(found(made, people, [...before, ...joined].map(answerOf))).toEqual([]);
        }),
        { numRuns: Math.ceil(rounds / 3), seed: 5 },
      );
    },
    patience,
  );

  test(
    "by setting a round against an earlier one in which a few others answered",
    async () => {
      const two = fc.record({
        first: shaped,
        came: fc.array(oneOf(["a", "b", "c"]), { minLength: 1, maxLength: 4 }),
        moved: fc.array(fc.nat(), { maxLength: 12 }),
      });
      await fc.assert(
        fc.asyncProperty(two, async ({ first, came, moved }) => {
          const before = await release(first);
          if (!before) return;
          const newcomers = came.map((answer) => aBallot(answer, { jurisdiction: "US" }));
          const stayed = first.map((ballot, i) =>
            moved.includes(i) ? aBallot("b", kindOf(ballot)) : ballot,
          );
          const next = await release(
            [...stayed, ...newcomers],
            [{ of: "other-round", release: before, differing: newcomers.map(newcomer) }],
          );
          if (!next) return;
          expect(learned(before, next, newcomers)).toEqual([]);
        }),
        { numRuns: Math.ceil(rounds / 3), seed: 6 },
      );
    },
    patience,
  );
});

/** The columns by which one who takes all others to have answered alike would tell what the newcomers answered. */
function learned(before: Release, next: Release, newcomers: readonly Kind[]) {
  const columns = ({ groups, tables: [table] }: Release) => [
    { of: "overall", members: "", counts: table && !("withheld" in table.overall) ? table.overall : [] },
    ...(["jurisdiction", "sector", "size"] as const).flatMap((breakdown) => {
      const [held, shown] = [groups[breakdown], table?.[breakdown]];
      if ("withheld" in held || !shown || "withheld" in shown) return [];
      return held.map(({ members }, i) => ({
        of: breakdown,
        members: members.join(),
        counts: shown[i] ?? [],
      }));
    }),
  ];
  return columns(next).flatMap(({ of, members, counts }) => {
    const came = newcomers.filter(
      (kind) => of === "overall" || Object.values(kind).some((value) => members.split(",").includes(value)),
    ).length;
    const then = columns(before).find((column) => column.of === of && column.members === members);
    const moves = counts.flatMap((count, i) => {
      const earlier = then?.counts[i];
      return count === null || earlier === null || earlier === undefined ? [] : [count - earlier];
    });
    // Nobody but the newcomers is needed to explain what moved: each adds one, to one count.
    const explained =
      moves.length > 0 && moves.every((move) => move >= 0) && moves.reduce((a, b) => a + b, 0) <= came;
    return came > 0 && explained ? [{ of, members, moves }] : [];
  });
}
