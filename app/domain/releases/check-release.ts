import { done, type Outcome, refused } from "~/domain/outcome";
import {
  breakdownsTooClose,
  changesTooFew,
  type EarlierRelease,
  showing,
  tellsNewcomers,
} from "./earlier-release";
import { answersBy, type Parts, partsOf } from "./parts";
import type { Exhibit } from "./protection";
import {
  type Ballot,
  countsAt,
  includes,
  isWithheld,
  noAnswer,
  placesOf,
  type Release,
  type ReleaseTable,
  rule,
  smallestGroup,
  subjectKey,
} from "./release";

type Checked = {
  release: Release;
  ballots: readonly Ballot[];
  earlier: readonly EarlierRelease[];
  exhibits: readonly (readonly Exhibit[])[];
};

/**
 * Refuses a release unless each withheld count is shown to be safe, in whole numbers and without a solver: by other answers of the
 * same institutions under which every published figure, of this release and of the earlier ones of its round, comes out the same,
 * and which none of them could tell from the truth by its own answer. It takes nothing from the code that chose what to withhold.
 */
export function checkRelease({ release, ballots, earlier, exhibits }: Checked): Outcome<null> {
  const wrong = findFault({ release, ballots, earlier, exhibits });
  return wrong ? refused("release_unsafe", { fault: wrong }) : done(null);
}

function findFault({ release, ballots, earlier, exhibits }: Checked): string | undefined {
  const corrected = earlier.flatMap((before) => (before.of === "same-round" ? [before] : []));
  if (ballots.length < rule.fewest || release.answered !== ballots.length) return "answered";
  if (corrected.some((before) => changesTooFew(ballots, before))) return "correction";
  for (const held of Object.values(release.groups)) {
    if (!isWithheld(held) && held.some(({ answered }) => answered < smallestGroup)) return "group";
  }
  if (
    corrected.some(
      (before) => breakdownsTooClose({ ...release, ballots }, { ...before.release, ...before }).length > 0,
    )
  )
    return "correction";

  const views = [...showing(earlier), { release, ballots }];
  const parts = partsOf(views.map((view) => ({ groups: view.release.groups, ballots: view.ballots })));
  const counted = views.map(counting);
  for (const [i, table] of release.tables.entries()) {
    const name = subjectKey(table);
    for (const before of earlier) {
      if (before.of === "other-round" && tellsNewcomers(release.groups, table, before).length > 0)
        return name;
    }
    const tables = views.map((view) => view.release.tables.find((other) => subjectKey(other) === name));
    if (counted.some((view, at) => miscounts(view, tables[at]))) return name;
    const shows = placesOf(release.groups).some((place) =>
      countsAt(table, place).some((count) => count !== null),
    );
    // Without any figure there is nothing to reckon with.
    if (!shows) continue;
    if (ballots.length < smallestGroup) return name;
    const columns = tables.flatMap((of, view) =>
      of ? columnsOf(parts, views[view]?.release, of, view) : [],
    );
    if (!isShownSafe(parts, table, columns, exhibits[i] ?? [])) return name;
  }
  return undefined;
}

/** Whether a published figure is not the count of its ballots, or counts too few. */
function miscounts(counted: ReturnType<typeof counting>, table: ReleaseTable | undefined) {
  if (!table) return false;
  const key = subjectKey(table);
  return counted.some(({ place, there }) => {
    const given = new Map<string, number>();
    for (const { answers } of there) {
      const answer = answers[key] ?? noAnswer;
      given.set(answer, (given.get(answer) ?? 0) + 1);
    }
    return countsAt(table, place).some(
      (count, category) =>
        count !== null &&
        (count !== (given.get(table.categories[category] ?? "") ?? 0) || count < rule.fewest + rule.insiders),
    );
  });
}

const counting = ({ release, ballots }: { release: Release; ballots: readonly Ballot[] }) =>
  placesOf(release.groups).map((place) => ({
    place,
    there: ballots.filter((ballot) => includes(release.groups, place, ballot)),
  }));

type Column = { within: Set<number>; category: number; count: number | null };

function columnsOf(parts: Parts, release: Release | undefined, table: ReleaseTable, view: number): Column[] {
  if (!release) return [];
  return placesOf(release.groups).flatMap((place, i) => {
    const within = new Set(
      parts.parts.flatMap(({ places }, part) => (places[view]?.includes(i) ? [part] : [])),
    );
    return countsAt(table, place).map((count, category) => ({ within, category, count }));
  });
}

function isShownSafe(parts: Parts, table: ReleaseTable, columns: Column[], exhibits: readonly Exhibit[]) {
  const answers = answersBy(parts, table);
  const total = parts.parts.length;
  const sum = ({ within, category }: Column, by: readonly (readonly [number, number])[]) =>
    by.reduce(
      (all, [atom, count]) =>
        Math.floor(atom / total) === category && within.has(atom % total) ? all + count : all,
      0,
    );
  const given = [...answers.entries()].filter(([, count]) => count > 0);

  const alternatives = exhibits.map((exhibit) => {
    const balance = new Map<number, number>();
    for (const [atom, by] of exhibit) balance.set(atom % total, (balance.get(atom % total) ?? 0) + by);
    const possible =
      exhibit.every(([atom, by]) => Number.isInteger(by) && (answers[atom] ?? Number.NaN) + by >= 0) &&
      new Set(exhibit.map(([atom]) => atom)).size === exhibit.length &&
      [...balance.values()].every((by) => by === 0);
    const moved = columns.map((column) => sum(column, exhibit));
    const same = columns.every(({ count }, i) => count === null || moved[i] === 0);
    // Who alone gave an answer that is gone there knows that this is not the truth.
    const gone = exhibit.flatMap(([atom, by]) => (by < 0 && (answers[atom] ?? 0) + by === 0 ? [atom] : []));
    return possible && same ? { moved, gone } : undefined;
  });
  const possible = alternatives.filter((other) => other !== undefined);
  if (possible.length < alternatives.length) return false;

  return columns.every((column, i) => {
    if (column.count !== null) return true;
    const truth = sum(column, given);
    const shows = (isShown: (count: number) => boolean) => {
      const some = possible.filter(({ moved }) => isShown(truth + (moved[i] ?? 0)));
      const [first, ...rest] = some.map(({ gone }) => gone);
      return first?.every((atom) => rest.some((gone) => !gone.includes(atom))) ?? false;
    };
    const enough = rule.fewest + rule.insiders;
    return shows((count) => count !== truth) && (truth >= enough || shows((count) => count >= enough));
  });
}
