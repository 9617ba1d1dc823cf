import { describe, expect, test } from "vitest";
import { entriesOf, placesAtSeven } from "~/domain/digests/digest";
import type { NewsFacts, NewsKind } from "~/domain/notices/notice";

const zones = [
  "America/Mexico_City",
  "America/Tijuana",
  "America/Ciudad_Juarez",
  "America/New_York",
  "America/Phoenix",
];

/** The instants of seven o'clock of these days, found minute by minute as a clock on the wall would show them. */
const firstMinutes = (zone: string, from: string, days: number) => {
  const found = new Map<string, string>();
  const start = new Date(`${from}T00:00:00Z`).getTime();
  for (let minute = 0; minute < days * 1440; minute += 15) {
    const at = new Date(start + minute * 60_000);
    for (const { date } of placesAtSeven([zone], at)) if (!found.has(date)) found.set(date, at.toISOString());
  }
  return found;
};

describe("seven in the morning", () => {
  // Written down from the law of each place, not reckoned: the United States change on the second Sunday of March and the first of
  // November; the border cities of Mexico with them; the rest of Mexico and Arizona never.
  test.each([
    ["2026-03-07", ["13:00", "15:00", "14:00", "12:00", "14:00"]],
    ["2026-03-08", ["13:00", "14:00", "13:00", "11:00", "14:00"]],
    ["2026-03-09", ["13:00", "14:00", "13:00", "11:00", "14:00"]],
    ["2026-10-31", ["13:00", "14:00", "13:00", "11:00", "14:00"]],
    ["2026-11-01", ["13:00", "15:00", "14:00", "12:00", "14:00"]],
    ["2027-03-13", ["13:00", "15:00", "14:00", "12:00", "14:00"]],
    ["2027-03-14", ["13:00", "14:00", "13:00", "11:00", "14:00"]],
    ["2027-11-06", ["13:00", "14:00", "13:00", "11:00", "14:00"]],
    ["2027-11-07", ["13:00", "15:00", "14:00", "12:00", "14:00"]],
  ])("of %s is at its own instant everywhere", (day, instants) => {
    const before = new Date(new Date(`${day}T00:00:00Z`).getTime() - 86_400_000).toISOString().slice(0, 10);
    const found = zones.map((zone) => firstMinutes(zone, before, 3).get(day));
    expect(found).toEqual(instants.map((instant) => `${day}T${instant}:00.000Z`));
  });

  test("that a change skips is the first instant after it; one that comes twice counts the first time", () => {
    // Samoa had no 30 December 2011: its clocks went from the 29th to the 31st.
    const skipped = firstMinutes("Pacific/Apia", "2011-12-29", 4);
    expect([...skipped.keys()]).toEqual([
      "2011-12-28",
      "2011-12-29",
      "2011-12-31",
      "2012-01-01",
      "2012-01-02",
    ]);
    // Until seven has come again in the repeated hour nothing is due twice: the date is the same.
    const repeated = firstMinutes("America/New_York", "2026-11-01", 1);
    expect(new Set(repeated.keys()).size).toBe(repeated.size);
  });

  test("comes in every other zone although one is not known here", () => {
    const places = placesAtSeven(["Atlantis/Poseidonis", "UTC"], new Date("2026-11-22T08:00:00Z"));
    expect(places.map(({ zone }) => zone)).toEqual(["Atlantis/Poseidonis", "UTC"]);
  });

  test("knows the Monday of its week", () => {
    const monday = (at: string) => placesAtSeven(["America/New_York"], new Date(at))[0]?.monday;
    expect(monday("2026-11-22T18:00:00Z")).toBe("2026-11-16");
    expect(monday("2026-11-23T12:00:00Z")).toBe("2026-11-23");
  });
});

describe("what is new about an advisory", () => {
  const facts = (given: Partial<NewsFacts> = {}): NewsFacts => ({
    advisoryId: "a",
    number: "FIN-2026-A001",
    tlp: "CLEAR",
    version: 2,
    status: "published",
    title: { es: "Uno", en: "One" },
    language: null,
    issuers: ["FinCEN"],
    flags: [],
    ...given,
  });
  const changesOf = (...items: [NewsKind, Partial<NewsFacts>?][]) =>
    entriesOf(items.map(([kind, given]) => ({ kind, facts: facts(given) }))).map(({ changes }) => changes);

  test("is one entry, a first version as that alone", () => {
    expect(
      changesOf(["advisory-published"], ["advisory-amended"], ["red-flags-changed", { flags: ["x"] }]),
    ).toEqual([["published"]]);
    expect(changesOf(["advisory-amended"], ["advisory-amended"])).toEqual([["amended"]]);
  });

  test("tells apart what was withdrawn from what was superseded, and advisories from one another", () => {
    expect(
      changesOf(
        ["advisory-withdrawn", { status: "superseded" }],
        ["advisory-withdrawn", { advisoryId: "b", status: "withdrawn" }],
      ),
    ).toEqual([["superseded"], ["withdrawn"]]);
  });

  test("counts answers and gathers red flags of several versions", () => {
    const [entry] = entriesOf([
      { kind: "red-flags-changed", facts: facts({ flags: ["a#1", "a#2"] }) },
      { kind: "red-flags-changed", facts: facts({ flags: ["a#2", "a#3"] }) },
      { kind: "answer-published", facts: facts() },
      { kind: "answer-published", facts: facts() },
    ]);
    expect(entry).toMatchObject({
      flags: ["a#1", "a#2", "a#3"],
      answers: 2,
      changes: ["red-flags", "answer"],
    });
  });
});
