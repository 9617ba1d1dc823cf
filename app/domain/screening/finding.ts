/** What a text may not carry, in the order in which one finding gives way to another. */
export const kinds = [
  "iban",
  "curp",
  "clabe",
  "rfc",
  "bitcoin",
  "ethereum",
  "tron",
  "card",
  "passport",
  "ssn",
  "itin",
  "ein",
  "aba",
  "phone",
  "account",
  "email",
  "report",
] as const;
export type Kind = (typeof kinds)[number];

/** `start` and `end` are UTF-16 offsets into the text as it was typed. */
export type Finding = { kind: Kind; start: number; end: number };

export type KindCounts = Partial<Record<Kind, number>>;

export function countKinds(findings: Finding[]): KindCounts {
  const counts: KindCounts = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
