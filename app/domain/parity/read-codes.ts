import type { Language } from "../advisories/advisory.form";
import { numberKey, type Scan } from "./fact";

const codeKey = (code: string) => `id:${code.toUpperCase().replace(/[-_\s]/g, "")}`;
const code = (text: string) => ({ kind: "identifier" as const, keys: [codeKey(text)] });
const currency = /^(?:USD|MXN|EUR|GBP|CNY|CAD|US|MX)$/;

export function readCodes(scan: Scan, language: Language) {
  // Section numbers: 5318(g)(2), 1010.100(xx), 38(g).
  scan.take(
    /(?<![\p{L}\p{N}.])\d[\d.]*(?:-\d+)?[A-Za-z]?(?:\((?:([a-z])\1?|[ivx]{1,5}|\d{1,3}|[A-Z]{1,2})\))+/gu,
    (match) => code(match[0]),
  );
  // A telephone number, however it is spaced.
  scan.take(
    /(?<![\p{L}\p{N}])(?:\+\d[\d ().-]{6,18}\d|\(\d{2,4}\)[ .-]?\d{3,4}[ .-]\d{4}|\d{2,3}[ .-]\d{3,4}[ .-]\d{4})(?![\p{L}\p{N}])/gu,
    (match) => {
      const digits = match[0].replace(/\D/g, "");
      return { kind: "identifier", keys: telephoneKeys(digits) };
    },
  );
  scan.take(/(?<![\p{L}\p{N}])\d+(?:-\d+){2,}(?![\p{L}\p{N}])/gu, (match) => {
    const digits = match[0].replace(/\D/g, "");
    return { kind: "identifier", keys: [`id:${digits}`, ...telephoneKeys(digits)] };
  });
  // A rule such as 13-2; a rising pair is a range, a year and two figures (2019-20) two years.
  scan.take(/(?<![\p{L}\p{N}.,$-])(\d+)-(\d+)(?![\p{L}\p{N}%-]|[.,]\d|\s?%)/gu, (match, at) => {
    const [from = "", to = ""] = [match[1], match[2]];
    if (/^(?:19|20)\d\d$/.test(from) && to.length === 2 && Number(to) > Number(from.slice(2))) {
      const second = Number(from.slice(0, 2) + to);
      return [
        { kind: "number", keys: [numberKey(Number(from))], value: Number(from), start: at, end: at + 4 },
        { kind: "number", keys: [numberKey(second)], value: second, start: at + 5, end: at + 7 },
      ];
    }
    return Number(from) >= Number(to) || /^0\d/.test(to) ? code(match[0]) : undefined;
  });
  scan.take(/(?<![\p{L}\p{N}.,])\d+(?:\.\d+){2,}(?![\p{L}\p{N}])/gu, (match) =>
    /^\d{1,3}(?:\.\d{3})+$/.test(match[0]) ? undefined : code(match[0]),
  );
  // FIN-2024-A002#RF-07, T1566.001, 1099-K, COVID-19: parts in capitals or with a figure, one of each at least.
  scan.take(/(?<![\p{L}\p{N}$])[\p{L}\p{N}]+(?:[-#/_.][\p{L}\p{N}]+)+/gu, (match) => {
    const parts = match[0].split(/[-#/_.]/);
    if (/^covid-19$/i.test(match[0])) return code(match[0]);
    const isCode = (part: string) =>
      /^[A-Z]+$/.test(part) || (/\d/.test(part) && /^[A-Za-z0-9]+$/.test(part));
    if (!/\d/.test(match[0]) || !/[A-Z]/.test(match[0]) || !parts.every(isCode)) return undefined;
    if (parts.some((part) => currency.test(part))) return undefined;
    return code(match[0]);
  });
  // Wallets, hashes, LEI.
  scan.take(/(?<![\p{L}\p{N}])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{15,}(?![\p{L}\p{N}])/gu, (match) => ({
    kind: "identifier",
    keys: [`id:${match[0]}`],
  }));
  scan.take(/(?<![\p{L}\p{N}])(?:Q([1-4])|T([1-4])|([1-4])T)(?![\p{L}\p{N}])/gu, (match) =>
    match[1] || language === "es"
      ? { kind: "date", keys: [`quarter:${match[1] ?? match[2] ?? match[3]}`] }
      : undefined,
  );
  // A002, G20, P2P, 2FA; not FY2024 (a year), USD500 (an amount) or $5M.
  scan.take(
    /(?<![\p{L}\p{N}$€£.,])(?:[A-Z]+\d[A-Z0-9]*|\d+[A-Z][A-Z0-9]*)(?:s(?!\p{L}))?(?![\p{L}\p{N}])/gu,
    (match) =>
      /^(?:FY\d+|\d+(?:K|M|MM|B|MDP|MDD)|(?:USD|MXN|EUR|CAD)\d+)$/.test(match[0])
        ? undefined
        : code(match[0].replace(/s$/, "")),
  );
}

/** The country's own digits may be left out at home. */
const telephoneKeys = (digits: string) =>
  digits.length === 10 ? ["", "1", "52"].map((country) => `tel:${country}${digits}`) : [`tel:${digits}`];

/** Codes without a figure: a BIC of either country, Roman numerals. */
export function readLetterCodes(scan: Scan) {
  scan.take(/(?<![\p{L}\p{N}])[A-Z]{4}(?:MX|US)[A-Z]{2}(?:[A-Z]{3})?(?![\p{L}\p{N}])/gu, (match) =>
    code(match[0]),
  );
  readRomanNumerals(scan);
}

const romanHead =
  "t[ií]tulos?|fracci(?:ón|ones)|titles?|parts?|partes?|anexos?|annex(?:es)?|cap[ií]tulos?|chapters?|sections?|secci(?:ón|ones)|libros?|books?|fases?|phases?|tomos?|volumes?|schedules?|apartados?|inciso";

function readRomanNumerals(scan: Scan) {
  const read = (roman: string) => {
    const value = romanValue(roman);
    if (value === undefined) return undefined;
    return { kind: "identifier" as const, keys: [`roman:${value}`, numberKey(value), `ord:${value}`], value };
  };
  scan.take(/(?<![\p{L}\p{N}.&]|siglo )[IVX]{2,8}(?![\p{L}\p{N}&])/gu, (match) => read(match[0]));
  scan.take(new RegExp(`(?<=(?<!\\p{L})(?:${romanHead})\\s)[ivx](?![\\p{L}\\p{N}.'])`, "giu"), (match) =>
    /[IVX]/.test(match[0]) ? read(match[0]) : undefined,
  );
}

function romanValue(roman: string): number | undefined {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(roman)) return undefined;
  const worth: Record<string, number> = { I: 1, V: 5, X: 10 };
  let sum = 0;
  for (const [i, letter] of [...roman].entries()) {
    const [here = 0, next = 0] = [worth[letter], worth[roman[i + 1] ?? ""]];
    sum += here < next ? -here : here;
  }
  return sum;
}
