/** One line of `npm run bench`. `ratio` is 1 at the floor, whichever way is better. */
export type Measurement = {
  name: string;
  value: number;
  unit: string;
  floor: number;
  ratio: number;
  notes: string;
};

export type Emit = (line: Measurement) => void;

/** The value that 95 of 100 do not exceed. */
export function p95(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
