import type { Highs } from "highs";
import { done, type Outcome, refused } from "~/domain/outcome";
import { checkRelease } from "./check-release";
import {
  breakdownsTooClose,
  changesTooFew,
  type EarlierRelease,
  showing,
  tellsNewcomers,
} from "./earlier-release";
import { groupsOf } from "./groups";
import { partsOf } from "./parts";
import { type ProtectedTable, protectTable } from "./protect-table.server";
import type { Exhibit } from "./protection";
import {
  type Ballot,
  type Breakdown,
  breakdowns,
  countsAt,
  includes,
  type Place,
  placesOf,
  type Release,
  type ReleaseTable,
  rule,
  type Subject,
  smallestGroup,
  subjectKey,
} from "./release";

type Round = {
  subjects: readonly Subject[];
  /** In any order: a release depends on what was answered, not on when. */
  ballots: readonly Ballot[];
  earlier?: readonly EarlierRelease[];
};

/** Counts a round, withholds what would tell of fewer institutions than the rule asks for, and checks the result before giving it. */
export async function computeRelease(round: Round): Promise<Outcome<Release>> {
  const { subjects, ballots, earlier = [] } = round;
  if (ballots.length < rule.fewest) return refused("release_under_five");
  const corrected = earlier.filter((before) => before.of === "same-round");
  if (corrected.some((before) => changesTooFew(ballots, before))) return refused("release_stands");

  const made = protect(await solver(), { subjects, ballots, earlier });
  const checked = checkRelease({ ...made, ballots, earlier });
  return checked.ok ? done(made.release) : checked;
}

const nothing: ProtectedTable = { published: [], torn: [], exhibits: [] };

let loading: Promise<Highs> | undefined;
/** The solver is loaded when the first release is computed: no other process needs it. */
async function solver() {
  loading ??= import("highs").then(({ default: load }) => load());
  return loading;
}

function protect(highs: Highs, { subjects, ballots, earlier }: Required<Round>) {
  const groups = groupsFor(ballots, earlier);
  const corrected = showing(earlier);
  const others = earlier.filter((before) => before.of === "other-round");
  const parts = partsOf([
    ...corrected.map((before) => ({ groups: before.release.groups, ballots: before.ballots })),
    { groups, ballots },
  ]);
  const places = placesOf(groups);

  const tables: ReleaseTable[] = [];
  const exhibits: Exhibit[][] = [];
  for (const subject of subjects) {
    const counts = countAll(ballots, groups, places, subject);
    const before = corrected.flatMap(({ release }, view) => {
      const table = release.tables.find((other) => subjectKey(other) === subjectKey(subject));
      const earlierPlaces = placesOf(release.groups);
      return {
        view,
        published: (place: number, category: number) => {
          const at = earlierPlaces[place];
          return table !== undefined && at !== undefined && countsAt(table, at)[category] !== null;
        },
      };
    });
    const held = new Set<Breakdown | "overall">();
    if (ballots.length < smallestGroup) {
      // So few cannot show a category and leave enough in the others: that they answered is all that is said.
      tables.push(tableOf(subject, { groups, places, counts, held, result: nothing }));
      exhibits.push([]);
      continue;
    }
    for (;;) {
      const result = protectTable(highs, { parts, subject, earlier: before, held });
      const table = tableOf(subject, { groups, places, counts, held, result });
      const telling = others.flatMap((other) => tellsNewcomers(groups, table, other));
      if (telling.length === 0) {
        tables.push(table);
        exhibits.push(result.exhibits);
        break;
      }
      // Without the whole, its parts would add up to it.
      for (const breakdown of telling.includes("overall") ? ["overall" as const, ...breakdowns] : telling) {
        held.add(breakdown);
      }
    }
  }
  const release: Release = { rule: { ...rule }, answered: ballots.length, groups, tables };
  return { release, exhibits };
}

function groupsFor(ballots: readonly Ballot[], earlier: readonly EarlierRelease[]) {
  const groups: Release["groups"] = {
    jurisdiction: groupsOf(ballots, "jurisdiction"),
    sector: groupsOf(ballots, "sector"),
    size: groupsOf(ballots, "size"),
  };
  for (const before of earlier) {
    if (before.of !== "same-round") continue;
    const close = breakdownsTooClose({ groups, ballots }, { ...before.release, ballots: before.ballots });
    for (const breakdown of close) groups[breakdown] = { withheld: "earlier_release" };
  }
  return groups;
}

function countAll(
  ballots: readonly Ballot[],
  groups: Release["groups"],
  places: readonly Place[],
  subject: Subject,
) {
  const key = subjectKey(subject);
  const column = new Map(subject.categories.map((category, i) => [category, i]));
  const counts = places.map(() => subject.categories.map(() => 0));
  for (const ballot of ballots) {
    const category = column.get(ballot.answers[key] ?? "no-answer") ?? 0;
    places.forEach((place, i) => {
      const row = counts[i];
      if (row && includes(groups, place, ballot)) row[category] = (row[category] ?? 0) + 1;
    });
  }
  return counts;
}

type Reckoned = {
  groups: Release["groups"];
  places: readonly Place[];
  counts: number[][];
  held: ReadonlySet<Breakdown | "overall">;
  result: ProtectedTable;
};

function tableOf(subject: Subject, { groups, places, counts, held, result }: Reckoned): ReleaseTable {
  const at = (i: number) =>
    subject.categories.map((_, category) =>
      result.published[i]?.[category] ? (counts[i]?.[category] ?? null) : null,
    );
  const columns = (breakdown: Breakdown): ReleaseTable[Breakdown] => {
    const whole = groups[breakdown];
    if ("withheld" in whole) return whole;
    if (held.has(breakdown)) return { withheld: "earlier_release" };
    if (result.torn.includes(breakdown)) return { withheld: "little_left" };
    return places.flatMap((place, i) => (place.breakdown === breakdown ? [at(i)] : []));
  };
  const { redFlag, question, categories } = subject;
  return {
    redFlag,
    question,
    categories: [...categories],
    overall: held.has("overall") ? { withheld: "earlier_release" } : at(0),
    jurisdiction: columns("jurisdiction"),
    sector: columns("sector"),
    size: columns("size"),
  };
}
