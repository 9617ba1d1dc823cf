import { type Column, shareOf } from "~/domain/releases/reading";

/** A withheld count takes this much of the width whatever it is: its length tells nothing. */
const heldWidth = 4;
const gap = 0.25;

export type Segment = { place: number; x: number; width: number; held: boolean };

type Extent = { held: number; share: number };

const extentOf = (parts: { share: number | null; weight: number }[]): Extent => ({
  held: parts.reduce((sum, { share, weight }) => sum + (share === null ? weight : 0), 0),
  share: parts.reduce((sum, { share, weight }) => sum + (share === null ? 0 : share * weight), 0),
});

/** The part of each category on either side of the middle one, which lies across the centre. */
function sides(column: Column) {
  const shares = column.counts.map((count) => shareOf(column, count));
  const middle = (shares.length - 1) / 2;
  const weigh = (belongs: (place: number) => boolean) =>
    shares.flatMap((share, place) =>
      place === middle ? [{ share, weight: 0.5 }] : belongs(place) ? [{ share, weight: 1 }] : [],
    );
  return [weigh((place) => place < middle), weigh((place) => place > middle)].map(extentOf);
}

/** How many hundredths of the width one whole share takes, so that the longest side of all rows just fits. */
export function scaleOf(columns: Column[]): number {
  const fits = columns
    .flatMap(sides)
    .flatMap(({ held, share }) => (share > 0 ? [(50 - held * heldWidth) / share] : []));
  return fits.length > 0 ? Math.min(...fits) : 0;
}

/** Where each rating of a row is drawn, in hundredths of the width, the middle rating across the centre. */
export function segmentsOf(column: Column, scale: number): Segment[] {
  const widths = column.counts.map((count) => {
    const share = shareOf(column, count);
    return share === null ? heldWidth : share * scale;
  });
  const middle = (widths.length - 1) / 2;
  const before = widths.slice(0, middle).reduce((sum, width) => sum + width, 0);
  let x = 50 - before - (widths[middle] ?? 0) / 2;
  return widths.map((width, place) => {
    const segment = {
      place,
      x: x + gap / 2,
      width: Math.max(0, width - gap),
      held: column.counts[place] === null,
    };
    x += width;
    return segment;
  });
}
