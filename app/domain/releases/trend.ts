import { bad, type Column, type Figures, good, shareOf, together } from "./reading";
import { isWithheld } from "./release";

/** What a line follows: one category, or the good or the bad ratings taken together. */
export type Series = { key: string; shares: (number | null)[] };

const ratings = (column: Column | undefined, places: readonly number[]) => {
  if (!column) return null;
  const sum = together(column.counts, places);
  return sum.whole ? shareOf(column, sum.shown) : null;
};

/** One question over rounds, the oldest first: shares of those who answered, null where withheld or not asked. */
export function seriesOf(rounds: (Figures | undefined)[]): Series[] {
  const last = rounds.findLast((figures) => figures !== undefined);
  if (!last) return [];
  const columns = rounds.map((figures) =>
    figures && !isWithheld(figures.overall) ? { figures, column: figures.overall } : undefined,
  );
  if (last.kind === "rating") {
    return [
      { key: "good", shares: columns.map((one) => ratings(one?.column, good)) },
      { key: "bad", shares: columns.map((one) => ratings(one?.column, bad)) },
    ];
  }
  return last.categories.map((key) => ({
    key,
    shares: columns.map((one) => {
      const place = one?.figures.categories.indexOf(key) ?? -1;
      return one && place >= 0 ? shareOf(one.column, one.column.counts[place] ?? null) : null;
    }),
  }));
}

type About = { round: { typology: string | null; number: string | null } };

/** Of rounds with the newest first those on the very thing that the newest asked about: others asked of other texts. */
export const sameSubject = <One extends About>(rounds: One[]): One[] => {
  const [newest] = rounds;
  return rounds.filter(
    ({ round }, i) =>
      i === 0 ||
      (newest !== undefined &&
        round.typology === newest.round.typology &&
        round.number === newest.round.number &&
        (round.typology ?? round.number) !== null),
  );
};
