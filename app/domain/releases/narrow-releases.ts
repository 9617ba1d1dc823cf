import type { ReleaseEntry } from "./releases.server";

export const releaseFilters = ["authority", "typology", "year"] as const;
export type ReleaseFilters = Record<(typeof releaseFilters)[number], string>;

type Round = ReleaseEntry["round"];

/** A round's year is that of the day on which it closed, by the world's clock: the same for every reader. */
const valueFor: Record<keyof ReleaseFilters, (round: Round) => string | null> = {
  authority: ({ authority }) => authority,
  typology: ({ typology }) => typology,
  year: ({ closesAt }) => String(closesAt.getUTCFullYear()),
};

export const narrowReleases = (rounds: Round[], filters: ReleaseFilters) =>
  rounds.filter((round) =>
    releaseFilters.every((name) => filters[name] === "" || valueFor[name](round) === filters[name]),
  );

/** What a list can be narrowed by: only what stands in it. */
export function choicesOf(rounds: Round[]) {
  const choices = (name: keyof ReleaseFilters) => {
    const found = new Map<string, { es: string; en: string }>();
    for (const round of rounds) {
      const value = valueFor[name](round);
      if (value === null) continue;
      const names = name === "typology" ? round.typologyName : null;
      found.set(value, { es: names?.es || value, en: names?.en || value });
    }
    return [...found]
      .map(([value, words]) => ({ value, name: words }))
      .sort((a, b) => a.value.localeCompare(b.value));
  };
  return { authority: choices("authority"), typology: choices("typology"), year: choices("year").reverse() };
}
