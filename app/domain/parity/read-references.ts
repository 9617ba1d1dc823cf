import type { Language } from "../advisories/advisory.form";
import { type Fact, numberKey, type Scan } from "./fact";

/** Names that are copied, never translated: links, addresses, key terms, footnote marks, codes and section numbers. */
export function readReferences(scan: Scan, language: Language, keyTerms: string[]) {
  if (/[:@(]|www/i.test(scan.rest)) readLinks(scan);
  // No word is so long; read letter by letter it would cost seconds.
  scan.take(/\S{200,}/g, (match) => ({ kind: "identifier", keys: [`id:${match[0]}`] }));
  readFootnotes(scan);
  readListMarks(scan);
  readKeyTerms(scan, keyTerms);
  if (/\d/.test(scan.rest)) {
    readNumericDates(scan, language);
    readCodes(scan, language);
  }
  scan.take(/(?<![\p{L}\p{N}])[A-Z]{4}(?:MX|US)[A-Z]{2}(?:[A-Z]{3})?(?![\p{L}\p{N}])/gu, (match) =>
    code(match[0]),
  );
  readRomanNumerals(scan);
}

function readLinks(scan: Scan) {
  const link = (url: string, start: number): Pick<Fact, "kind" | "keys" | "start" | "end"> => ({
    kind: "link",
    keys: [`link:${linkKey(url)}`],
    start,
    end: start + url.length,
  });
  const address = (mail: string, start: number) => ({
    kind: "email" as const,
    keys: [`mail:${mail.toLowerCase()}`],
    start,
    end: start + mail.length,
  });
  scan.take(/(?<=\]\(\s{0,3})<?mailto:([^\s)>?]+)[^\s)>]*>?/gi, (match, at) =>
    address(match[1] ?? "", at + match[0].indexOf(match[1] ?? "")),
  );
  scan.take(/(?:https?:\/\/|www\.)[^\s<>"'«»“”\ue000]+/gi, (match, at) => {
    const url = trimmed(match[0]);
    return url.length > 4 ? link(url, at) : undefined;
  });
  scan.take(
    /(?<![\p{L}\p{N}._%+-])(?:mailto:)?([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8})/giu,
    (match, at) => {
      const mail = match[1] ?? "";
      return address(mail, at + match[0].length - mail.length);
    },
  );
  // Relative destinations are references too; what is left of the link is its words.
  scan.take(/(?<=\]\(\s{0,3})[/#][^\s)]*/g, (match, at) => link(match[0], at));
}

/** The end of a sentence, and a bracket the address did not open, are not part of the address. */
function trimmed(url: string): string {
  const cut = url.replace(/[.,;:!?]+$/, "");
  const unopened = cut.endsWith(")") && !cut.includes("(");
  return unopened
    ? trimmed(cut.slice(0, -1))
    : /[\])]$/.test(cut) && !/[[(]/.test(cut)
      ? cut.slice(0, -1)
      : cut;
}

/** The page of the reader's own language is the same page: `/es/` and `/en/` agree. */
const linkKey = (url: string) =>
  url
    .replace(/^https?:\/\/(?:www\.)?|^www\./i, "")
    .replace(/^[^/?#]+/, (host) => host.toLowerCase())
    .replace(/(?<=\/)(?:es|en)(?:-(?:mx|us|419))?(?=\/|$|[?#])/i, "*")
    .replace(/(?<=[?&](?:lang|language|locale|hl)=)(?:es|en)(?:[-_]\w\w)?/i, "*")
    .replace(/(?<=[_.-])(?:es|en)(?=\.\w+$)/i, "*")
    .replace(/\/$/, "");

function readFootnotes(scan: Scan) {
  const order: string[] = [];
  const key = (label: string) => {
    if (/^\d+$/.test(label)) return `note:${Number(label)}`;
    if (!order.includes(label)) order.push(label);
    return `note:#${order.indexOf(label) + 1}`;
  };
  scan.take(/\[\^([^\]\s]+)\]/g, (match) => ({ kind: "footnote", keys: [key(match[1] ?? "")] }));
  scan.take(/(?<=[\p{L}\p{N}\p{P}])(?<!(?<!\p{L})[ckm]?m)[⁰¹²³⁴-⁹]+/gu, (match) => {
    const digits = [...match[0]].map((digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join("");
    return { kind: "footnote", keys: [`note:${Number(digits)}`] };
  });
}

/** Markdown counts a list by itself, so only the number that opens the text is what the text says (a printed footnote's). */
function readListMarks(scan: Scan) {
  scan.take(/^([ \t>]*)(?:(\d{1,3})[.)]|[-+](?=[ \t]))(?=[ \t])/gm, (match, at) => {
    const printed = match[2];
    if (printed === undefined || at > 0) return [];
    const start = (match[1] ?? "").length;
    return {
      kind: "number",
      keys: [numberKey(Number(printed))],
      value: Number(printed),
      start,
      end: start + printed.length,
    };
  });
}

function readKeyTerms(scan: Scan, keyTerms: string[]) {
  for (const term of [...new Set(keyTerms)].sort((a, b) => b.length - a.length)) {
    const words = term
      .normalize("NFC")
      .replace(/[\u2010-\u2015]/g, "-")
      .replace(/["“”«»]/g, "")
      .split(/\s+/)
      .filter((word) => word !== "");
    if (words.length === 0) continue;
    const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("\\s+");
    scan.take(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "gu"), () => ({
      kind: "key-term",
      keys: [`term:${words.join(" ")}`],
    }));
  }
}

const day = (year: number, month: number, date: number) =>
  `d:${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** 06/05/2024 is 5 June in English and 6 May in Spanish; a first or second figure over 12 settles it in either. */
function readNumericDates(scan: Scan, language: Language) {
  scan.take(/(?<![\p{L}\p{N}-])(\d{4})([-/.])(\d{2})\2(\d{2})(?![\p{L}\p{N}-])/gu, (match) => {
    const [year, month, date] = [Number(match[1]), Number(match[3]), Number(match[4])];
    return isDay(month, date) ? { kind: "date", keys: [day(year, month, date)] } : undefined;
  });
  scan.take(/(?<![\p{L}\p{N}/.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\p{N}/-])/gu, (match) => {
    const [a, b] = [Number(match[1]), Number(match[3])];
    const year = (match[4] ?? "").length === 2 ? 2000 + Number(match[4]) : Number(match[4]);
    const orders: [number, number][] =
      language === "en"
        ? [
            [a, b],
            [b, a],
          ]
        : [
            [b, a],
            [a, b],
          ];
    const found = orders.find(([month, date]) => isDay(month, date));
    return found ? { kind: "date", keys: [day(year, ...found)] } : undefined;
  });
  scan.take(/(?<![\p{L}\p{N}/.-])(\d{1,2})\/(\d{4})(?![\p{L}\p{N}/-])/gu, (match) => {
    const reference = `ref:${Number(match[1])}/${match[2]}`;
    const month = Number(match[1]);
    return month >= 1 && month <= 12
      ? { kind: "date", keys: [`d:${match[2]}-${String(month).padStart(2, "0")}`, reference] }
      : { kind: "identifier", keys: [reference] };
  });
  scan.take(
    /(?<![\p{L}\p{N}:])(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([ap])\.?\s?m\b\.?)?(?![\d:])/giu,
    (match) => {
      const half = match[3]?.toLowerCase();
      const hour = (Number(match[1]) % (half ? 12 : 24)) + (half === "p" ? 12 : 0);
      return { kind: "number", keys: [`time:${hour}:${match[2]}`] };
    },
  );
}

const isDay = (month: number, date: number) => month >= 1 && month <= 12 && date >= 1 && date <= 31;

const codeKey = (code: string) => `id:${code.toUpperCase().replace(/[-_\s]/g, "")}`;
const code = (text: string) => ({ kind: "identifier" as const, keys: [codeKey(text)] });
const currency = /^(?:USD|MXN|EUR|GBP|CNY|CAD|US|MX)$/;

function readCodes(scan: Scan, language: Language) {
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
