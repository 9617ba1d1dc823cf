import { countedQuestions } from "~/domain/rounds/questions";
import {
  type Breakdown,
  breakdowns,
  type Counts,
  isWithheld,
  type Release,
  type ReleaseTable,
  type Withheld,
} from "./release";

/** What one set of institutions answered to one question: everybody, or those counted together. */
export type Column = { members: string[]; answered: number; counts: Counts };

/** A red flag of a round, as it was printed when the round opened and as far as this reader may read it. */
export type AskedFlag = { publicId: string; text: { es: string; en: string } };

/** The advisory and the place in it that a red flag's public id names. */
export function placeOf(publicId: string) {
  const [, number, n] = /^(.+)#RF-(\d+)$/.exec(publicId) ?? [];
  return number === undefined ? null : { number, n: Number(n) };
}

/** One question's figures as a reader goes through them. */
export type Figures = {
  redFlag: string | null;
  question: string;
  kind: "choice" | "band" | "rating";
  categories: readonly string[];
  overall: Column | Withheld;
  by: Record<Breakdown, Column[] | Withheld>;
};

function figuresOf(release: Release, table: ReleaseTable): Figures {
  const { redFlag, question, categories, overall } = table;
  const columns = (breakdown: Breakdown): Column[] | Withheld => {
    const [groups, counts] = [release.groups[breakdown], table[breakdown]];
    if (isWithheld(groups)) return groups;
    if (isWithheld(counts)) return counts;
    return groups.map(({ members, answered }, i) => ({
      members,
      answered,
      counts: counts[i] ?? categories.map(() => null),
    }));
  };
  return {
    redFlag,
    question,
    kind: countedQuestions.find(({ key }) => key === question)?.kind ?? "choice",
    categories,
    overall: isWithheld(overall) ? overall : { members: [], answered: release.answered, counts: overall },
    by: {
      jurisdiction: columns("jurisdiction"),
      sector: columns("sector"),
      size: columns("size"),
    },
  };
}

export const allFigures = (release: Release) => release.tables.map((table) => figuresOf(release, table));

/** Every column of which something may be said, everybody first. */
export const columnsOf = ({ overall, by }: Figures): Column[] => [
  ...(isWithheld(overall) ? [] : [overall]),
  ...breakdowns.flatMap((breakdown) => listed(by[breakdown])),
];

/** The columns of a breakdown; none where it is withheld. */
export const listed = (columns: Column[] | Withheld): Column[] => (isWithheld(columns) ? [] : columns);

/** A count as a share of those who answered; null is withheld. */
export const shareOf = ({ answered }: Column, count: number | null) =>
  count === null || answered === 0 ? null : count / answered;

/** The largest share shown of a question: the length that every bar of it is measured by. */
export const largestShare = (columns: Column[]) =>
  Math.max(0, ...columns.flatMap((column) => column.counts.map((count) => shareOf(column, count) ?? 0)));

/** Counts taken together: what is shown of them, and whether that is all. */
export type Together = { shown: number; whole: boolean; any: boolean };

export function together(counts: Counts, places: readonly number[]): Together {
  const parts = places.map((place) => counts[place] ?? null);
  return {
    shown: parts.reduce((sum: number, count) => sum + (count ?? 0), 0),
    whole: parts.every((count) => count !== null),
    any: parts.some((count) => count !== null),
  };
}

/** The places of a rating's categories: the two good ones and the two bad ones. */
export const good = [3, 4] as const;
export const bad = [0, 1] as const;

/** The categories counted most among those that are shown, and whether nothing is withheld. */
export function mostFrequent({
  counts,
}: Column): { places: number[]; count: number; whole: boolean } | undefined {
  const shown = counts.filter((count) => count !== null);
  if (shown.length === 0) return undefined;
  const count = Math.max(...shown);
  return {
    places: counts.flatMap((one, place) => (one === count ? [place] : [])),
    count,
    whole: shown.length === counts.length,
  };
}
