import { differing } from "./parts";
import {
  type Ballot,
  type Breakdown,
  breakdowns,
  countsAt,
  isWithheld,
  type Kind,
  type Release,
  type ReleaseTable,
  rule,
  smallestGroup,
  subjectKey,
} from "./release";

/**
 * What was published before on the same thing. Of the same round its ballots are known; of another round on the same red flags only
 * who answered in one of the two and not in the other, because nothing tells whose ballot is whose.
 */
export type EarlierRelease =
  | { of: "same-round"; release: Release; ballots: readonly Ballot[] }
  | { of: "other-round"; release: Release; differing: readonly Differing[] };

/** An institution that answered one of two rounds and not the other, or that was of another kind then. */
export type Differing = { before: Kind | null; after: Kind | null };

/** The earlier releases of the round that had enough answers to show any. */
export const showing = (earlier: readonly EarlierRelease[]) =>
  earlier.flatMap((before) =>
    before.of === "same-round" && before.ballots.length >= smallestGroup ? [before] : [],
  );

type Compared = { new: number[]; old: number[]; members: Set<string> };

/** The smallest sets of institutions that both releases count, as the groups of each that make them up. */
function comparable(now: Release["groups"], before: Release["groups"], breakdown: Breakdown): Compared[] {
  const [a, b] = [now[breakdown], before[breakdown]];
  if (isWithheld(a) || isWithheld(b)) return [];
  const sets: Compared[] = [];
  const join = (members: string[], group: { new?: number; old?: number }) => {
    const touched = sets.filter((set) => members.some((member) => set.members.has(member)));
    const joined: Compared = {
      new: [...touched.flatMap((set) => set.new), ...(group.new === undefined ? [] : [group.new])],
      old: [...touched.flatMap((set) => set.old), ...(group.old === undefined ? [] : [group.old])],
      members: new Set([...members, ...touched.flatMap((set) => [...set.members])]),
    };
    for (const set of touched) sets.splice(sets.indexOf(set), 1);
    sets.push(joined);
  };
  a.forEach(({ members }, i) => {
    join(members, { new: i });
  });
  b.forEach(({ members }, i) => {
    join(members, { old: i });
  });
  return sets;
}

const isFew = (count: number) => count > 0 && count < rule.fewest;

/** Whether a correction changes too few ballots to be told apart from them: then the earlier release stands. */
export const changesTooFew = (now: readonly Ballot[], { ballots }: { ballots: readonly Ballot[] }) =>
  differing(now, ballots) < rule.fewest;

/** The breakdowns in which a correction would show what fewer institutions than the rule asks for have changed. */
export function breakdownsTooClose(
  now: Pick<Release, "groups"> & { ballots: readonly Ballot[] },
  before: Pick<Release, "groups"> & { ballots: readonly Ballot[] },
): Breakdown[] {
  return breakdowns.filter((breakdown) =>
    comparable(now.groups, before.groups, breakdown).some(({ members }) => {
      const of = (ballots: readonly Ballot[]) => ballots.filter((ballot) => members.has(ballot[breakdown]));
      return isFew(differing(of(now.ballots), of(before.ballots)));
    }),
  );
}

const isOf = ({ members }: Compared, breakdown: Breakdown, kind: Kind | null) =>
  kind !== null && members.has(kind[breakdown]);

/**
 * What of a table could be set against another round's to learn what the few institutions answered that are in one of them only. It
 * cannot where the figures moved so far that at least as many institutions as the rule asks for must have answered differently.
 */
export function tellsNewcomers(
  groups: Release["groups"],
  table: ReleaseTable,
  { release, differing: others }: { release: Release; differing: readonly Differing[] },
): (Breakdown | "overall")[] {
  const before = release.tables.find((other) => subjectKey(other) === subjectKey(table));
  if (!before) return [];
  const sum = (of: ReleaseTable, category: number, breakdown: Breakdown | null, at: readonly number[]) => {
    let total = 0;
    for (const group of at) {
      const count = countsAt(of, { breakdown, group })[category];
      if (count === null || count === undefined) return undefined;
      total += count;
    }
    return total;
  };
  const tells = (
    few: number,
    breakdown: Breakdown | null,
    set: { new: readonly number[]; old: readonly number[] },
  ) => {
    if (!isFew(few)) return false;
    const moves = table.categories.flatMap((name, category) => {
      const now = sum(table, category, breakdown, set.new);
      const then = sum(before, before.categories.indexOf(name), breakdown, set.old);
      return now === undefined || then === undefined ? [] : [Math.abs(now - then)];
    });
    // One who comes or goes moves one count by one; one who answers differently moves two.
    const moved = Math.ceil((moves.reduce((total, move) => total + move, 0) - few) / 2);
    return moves.length > 0 && few + Math.max(0, moved) < rule.fewest;
  };
  const overall = tells(others.filter(({ before, after }) => !before || !after).length, null, {
    new: [0],
    old: [0],
  });
  return [
    ...(overall ? (["overall"] as const) : []),
    ...breakdowns.filter((breakdown) =>
      comparable(groups, release.groups, breakdown).some((set) =>
        tells(
          others.filter(({ before, after }) => isOf(set, breakdown, before) !== isOf(set, breakdown, after))
            .length,
          breakdown,
          set,
        ),
      ),
    ),
  ];
}
