import { describe, expect, test } from "vitest";
import { checkRelease } from "~/domain/releases/check-release";
import { computeRelease } from "~/domain/releases/compute-release.server";
import type { EarlierRelease } from "~/domain/releases/earlier-release";
import type { Ballot, Release } from "~/domain/releases/release";
import { newcomer as asNewcomer, ballots, clarity, kindOf } from "../../support/a-ballot";
import { holesIn } from "../../support/lp-attacker";

async function released(answered: readonly Ballot[], earlier: EarlierRelease[] = []): Promise<Release> {
  const outcome = await computeRelease({ subjects: [clarity], ballots: answered, earlier });
  if (!outcome.ok) throw new Error(`${outcome.reason} ${JSON.stringify(outcome.facts)}`);
  return outcome.value;
}
const us = { jurisdiction: "US" };
const broker = { sector: "broker" };
const reason = async (answered: Ballot[], earlier: EarlierRelease[] = []) => {
  const outcome = await computeRelease({ subjects: [clarity], ballots: answered, earlier });
  return outcome.ok ? "released" : outcome.reason;
};

describe("a release", () => {
  test("of a round that fewer than five answered is none", async () => {
    expect(await reason(ballots(4, "a"))).toBe("release_under_five");
    expect(await reason(ballots(5, "a"))).toBe("released");
  });

  test("of six who answered says that six answered, and nothing else: one count would give away the rest", async () => {
    const release = await released([...ballots(5, "a"), ...ballots(1, "b")]);
    expect(release.answered).toBe(6);
    expect(release.tables[0]?.overall).toEqual([null, null, null]);
    expect(release.groups.jurisdiction).toEqual({ withheld: "too_few" });
  });

  test("says nothing where all said the same: the others' zero would be a count under five", async () => {
    const release = await released(ballots(40, "a"));
    expect(release.tables[0]?.overall).toEqual([null, null, null]);
  });

  test("shows every category where each has enough", async () => {
    const release = await released([...ballots(9, "a"), ...ballots(8, "b"), ...ballots(6, "c")]);
    expect(release.tables[0]?.overall).toEqual([9, 8, 6]);
  });

  test("never shows one withheld category alone: the total would give it", async () => {
    const release = await released([...ballots(20, "a"), ...ballots(9, "b"), ...ballots(3, "c")]);
    expect(release.tables[0]?.overall).toEqual([20, null, null]);
  });

  test("withholds a count of five, because one of the five knows that the others are four", async () => {
    const release = await released([...ballots(20, "a"), ...ballots(9, "b"), ...ballots(5, "c")]);
    expect(release.tables[0]?.overall).toEqual([20, null, null]);
  });

  test("counts a zero as too few", async () => {
    const release = await released([...ballots(20, "a"), ...ballots(9, "b")]);
    expect(release.tables[0]?.overall).not.toContain(0);
  });

  test("withholds a breakdown in which one side would follow from the other", async () => {
    const release = await released([
      ...ballots(20, "a"),
      ...ballots(15, "b"),
      ...ballots(12, "c"),
      ...ballots(20, "a", us),
      ...ballots(15, "b", us),
      ...ballots(2, "c", us),
    ]);
    const [table] = release.tables;
    expect(table?.overall).toEqual([40, 30, 14]);
    expect(JSON.stringify(table?.jurisdiction)).not.toContain("12");
    expect(JSON.stringify(table?.jurisdiction)).not.toContain("2,");
  });

  test("counts sectors too small to be shown together, and says which they are", async () => {
    const small = ["casino", "insurance", "trust-company"].flatMap((sector) => ballots(4, "b", { sector }));
    const release = await released([...ballots(30, "a"), ...ballots(30, "b"), ...small]);
    expect(release.groups.sector).toEqual([
      { members: ["bank"], answered: 60 },
      { members: ["casino", "insurance", "trust-company"], answered: 12 },
    ]);
  });

  test("does not break down by sector where three single institutions stand beside one dominant sector", async () => {
    const single = ["casino", "insurance", "broker"].flatMap((sector) => ballots(1, "b", { sector }));
    const release = await released([...ballots(30, "a"), ...ballots(30, "b"), ...single]);
    expect(release.groups.sector).toEqual({ withheld: "too_few" });
  });

  test("is the same, byte for byte, in whatever order the answers come", async () => {
    const answered = [
      ...ballots(13, "a"),
      ...ballots(9, "b", us),
      ...ballots(8, "c", { ...us, ...broker }),
      ...ballots(11, "b", broker),
      ...ballots(3, "c"),
    ];
    const turned = answered.map((_, i) => answered[(i * 17) % answered.length] ?? answered[0]);
    const again = turned.flatMap((ballot) => ballot ?? []);
    expect(JSON.stringify(await released(again))).toBe(JSON.stringify(await released(answered)));
  });
});

describe("a later release", () => {
  const first = [
    ...ballots(20, "a"),
    ...ballots(15, "b"),
    ...ballots(9, "c"),
    ...ballots(14, "a", us),
    ...ballots(14, "b", us),
  ];

  test("that corrects fewer than five ballots is not made: the difference would be those ballots", async () => {
    const release = await released(first);
    const corrected = [...first.slice(4), ...ballots(4, "c")];
    const earlier: EarlierRelease[] = [{ of: "same-round", release, ballots: first }];
    expect(await reason(corrected, earlier)).toBe("release_stands");
    expect(await reason([...first, ...ballots(1, "c")], earlier)).toBe("release_stands");
    expect(await reason([...first.slice(5), ...ballots(5, "c")], earlier)).toBe("released");
  });

  test("that corrects five is not broken down where fewer of a group changed", async () => {
    const before = await released(first);
    const corrected = [...first.slice(4, -1), ...ballots(4, "c"), ...ballots(1, "c", us)];
    const release = await released(corrected, [{ of: "same-round", release: before, ballots: first }]);
    expect(before.groups.jurisdiction).toHaveLength(2);
    expect(release.groups.jurisdiction).toEqual({ withheld: "earlier_release" });
  });

  test("of another round that one more institution answered does not show what it answered", async () => {
    const release = await released(first);
    const newcomer = ballots(1, "c");
    const next = await released(
      [...first, ...newcomer],
      [{ of: "other-round", release, differing: newcomer.map(asNewcomer) }],
    );
    expect(next.tables[0]?.overall).toEqual({ withheld: "earlier_release" });
  });

  test("of another round is shown where so many answered differently that a newcomer cannot be told from them", async () => {
    const release = await released(first);
    const newcomer = ballots(1, "c");
    const answered = [
      ...ballots(12, "a"),
      ...ballots(17, "b"),
      ...ballots(15, "c"),
      ...ballots(11, "a", us),
      ...ballots(17, "b", us),
    ];
    const next = await released(
      [...answered, ...newcomer],
      [{ of: "other-round", release, differing: newcomer.map(asNewcomer) }],
    );
    expect(next.tables[0]?.overall).toEqual([23, 34, 16]);
  });
});

test("the attacker finds the withheld count that a careless table gives away", async () => {
  const answered = [...ballots(20, "a"), ...ballots(9, "b"), ...ballots(3, "c")];
  const release = await released(answered);
  const careless: Release = {
    ...release,
    tables: release.tables.map((table) => ({ ...table, overall: [20, 9, null] })),
  };
  const people = answered.map((ballot) => [kindOf(ballot)]);
  expect(holesIn([release], 0, people)).toEqual([]);
  const check = (made: Release) =>
    checkRelease({ release: made, ballots: answered, earlier: [], exhibits: [[]] });
  expect(check(careless)).toMatchObject({ reason: "release_unsafe" });
  // What is withheld without an exhibit is not believed to be safe, nor is a figure that is not the count of its ballots.
  expect(check(release)).toMatchObject({ reason: "release_unsafe" });
  expect(holesIn([careless], 0, people)).toEqual([
    { release: 0, breakdown: "overall", group: 0, category: "c", least: 3, most: 3 },
  ]);
});
