import {
  type Ballot,
  includes,
  type Place,
  placesOf,
  type Release,
  type Subject,
  subjectKey,
} from "./release";

/** One release and what it counted: the columns that its tables have. */
export type View = { groups: Release["groups"]; ballots: readonly Ballot[] };

/**
 * Institutions that no published figure tells apart: of the same group in each breakdown of each release in which they are counted
 * alike. Who belongs to a part is taken as known to an attacker; what they answered is not.
 */
export type Part = { size: number; places: number[][] };

export type Parts = {
  views: { places: Place[] }[];
  parts: Part[];
  /** Ballots of a part that count in the same releases. */
  entries: { ballot: Ballot; part: number; times: number }[];
};

export function partsOf(views: readonly View[]): Parts {
  const placed = views.map(({ groups }) => ({ groups, places: placesOf(groups) }));
  const parts = new Map<string, Part>();
  const found = shared(views.map(({ ballots }) => ballots)).map(({ ballot, times, views: counted }) => {
    const places = placed.map(({ groups, places }, view) =>
      counted.includes(view)
        ? places.flatMap((place, i) => (includes(groups, place, ballot) ? [i] : []))
        : [],
    );
    const key = JSON.stringify(places);
    const part = parts.get(key) ?? { size: 0, places };
    part.size += times;
    parts.set(key, part);
    return { ballot, times, key };
  });
  const keys = [...parts.keys()].sort();
  const index = new Map(keys.map((key, i) => [key, i]));
  return {
    views: placed.map(({ places }) => ({ places })),
    parts: keys.flatMap((key) => parts.get(key) ?? []),
    entries: found.map(({ ballot, times, key }) => ({ ballot, times, part: index.get(key) ?? 0 })),
  };
}

/** How many institutions of each part gave each category: `category * parts + part`. */
export function answersBy({ parts, entries }: Parts, subject: Subject): Int32Array {
  const counts = new Int32Array(subject.categories.length * parts.length);
  const place = new Map(subject.categories.map((category, i) => [category, i]));
  const key = subjectKey(subject);
  for (const { ballot, part, times } of entries) {
    const category = place.get(ballot.answers[key] ?? "no-answer");
    if (category === undefined) throw new Error(`An answer to ${key} is none of its categories.`);
    const at = category * parts.length + part;
    counts[at] = (counts[at] ?? 0) + times;
  }
  return counts;
}

/** The ballots of all releases as one multiset: a ballot that stands in two of them is one institution's. */
function shared(lists: readonly (readonly Ballot[])[]) {
  const held = new Map<string, { ballot: Ballot; counts: number[] }>();
  lists.forEach((ballots, list) => {
    for (const ballot of ballots) {
      const key = ballotKey(ballot);
      const same = held.get(key) ?? { ballot, counts: lists.map(() => 0) };
      same.counts[list] = (same.counts[list] ?? 0) + 1;
      held.set(key, same);
    }
  });
  return [...held.values()].flatMap(({ ballot, counts }) => {
    const levels: { ballot: Ballot; times: number; views: number[] }[] = [];
    for (;;) {
      const views = counts.flatMap((count, i) => (count > 0 ? [i] : []));
      if (views.length === 0) return levels;
      const times = Math.min(...views.map((i) => counts[i] ?? 0));
      for (const i of views) counts[i] = (counts[i] ?? 0) - times;
      levels.push({ ballot, times, views });
    }
  });
}

const ballotKey = ({ jurisdiction, sector, size, answers }: Ballot) =>
  JSON.stringify([jurisdiction, sector, size, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** How many ballots stand in one list and not in the other; a changed one counts once. */
export function differing(a: readonly Ballot[], b: readonly Ballot[]) {
  const only = shared([a, b]).filter(({ views }) => views.length === 1);
  const of = (list: number) =>
    only.filter(({ views }) => views[0] === list).reduce((sum, { times }) => sum + times, 0);
  return Math.max(of(0), of(1));
}
