export function median(values: number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** In how many of a hundred pairs, one of each, the first is the larger; 50 tells nothing. */
export function shareLonger(first: number[], second: number[]) {
  const longer = first.reduce((sum, a) => sum + second.reduce((count, b) => count + (a > b ? 1 : 0), 0), 0);
  return Math.round((longer / (first.length * second.length)) * 100);
}
