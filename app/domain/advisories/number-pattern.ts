import { type AdvisoryType, advisoryTypes } from "./advisory.form";

/** By type; one that is left out is numbered by hand. */
export type NumberSeries = Partial<Record<AdvisoryType, string>>;

/**
 * An issuer's series of numbers, e.g. `FIN-{year}-A{n:3}` → `FIN-2026-A001`.
 * `{year}` is four digits, `{n}` an ordinal, `{n:3}` one padded to three digits.
 */
const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const parts = (pattern: string) => pattern.split(/(\{year\}|\{n(?::\d)?\})/).filter(Boolean);

export const numberOf = (pattern: string, year: number, n: number) =>
  parts(pattern)
    .map((part) => {
      if (part === "{year}") return String(year);
      const width = /^\{n(?::(\d))?\}$/.exec(part);
      return width ? String(n).padStart(Number(width[1] ?? 1), "0") : part;
    })
    .join("");

/** A number that can be printed, typed and put into an address, whoever's series it belongs to. */
export const wellFormedNumber = (number: string) =>
  /^[\p{L}\p{N}][\p{L}\p{N} ./_-]{0,58}[\p{L}\p{N}]$/u.test(number);

/** Whether it can number a series: one year, one ordinal, and no other braces. */
export const isSeries = (pattern: string) =>
  parts(pattern).filter((part) => part === "{year}").length === 1 &&
  parts(pattern).filter((part) => /^\{n/.test(part)).length === 1 &&
  wellFormedNumber(numberOf(pattern, 2026, 1));

export function fitsPattern(pattern: string, number: string) {
  const expression = parts(pattern)
    .map((part) => {
      if (part === "{year}") return "\\d{4}";
      const width = /^\{n(?::(\d))?\}$/.exec(part);
      return width ? `\\d{${width[1] ?? 1},}` : literally(part);
    })
    .join("");
  return new RegExp(`^${expression}$`).test(number);
}

const letters: Record<AdvisoryType, string> = {
  advisory: "A",
  alert: "AL",
  notice: "N",
  "trend-analysis": "T",
  "order-digest": "O",
  "enforcement-lesson": "L",
  statement: "S",
};

/** A series for each type, by which an authority can begin to number. */
export const usualSeries = (shortName: string): Record<string, string> =>
  Object.fromEntries(
    advisoryTypes.map((type) => [type, `${shortName.toUpperCase()}-{year}-${letters[type]}-{n:3}`]),
  );
