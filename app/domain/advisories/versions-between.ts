/** The versions that came after the older of two, up to the newer. */
export const versionsBetween = (from: number, to: number) =>
  Array.from({ length: Math.abs(to - from) }, (_, i) => Math.min(from, to) + i + 1);
