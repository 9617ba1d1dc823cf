import type { Language } from "../advisories/advisory.form";
import type { Scan } from "./fact";
import { fold, months, ordinals } from "./lexicon";
import { wordNumber } from "./word-number";

/** Dates in words: 20 de junio de 2024, June 20, 2024, Nov. 2006, 3 al 5 de mayo, June 3-5, enero. */
export function readDates(scan: Scan, language: Language) {
  if (language === "es") readSpanish(scan);
  else readEnglish(scan);
}

const two = (n: number) => String(n).padStart(2, "0");
const isDay = (date: number) => date >= 1 && date <= 31;

function dateKey(year: string | undefined, month: number, date?: number): string {
  return `d:${year ?? "-"}-${two(month)}${date === undefined ? "" : `-${two(date)}`}`;
}

type Written = {
  from?: number | undefined;
  date?: number | undefined;
  month: number;
  year?: string | undefined;
};

/** A date without its year may borrow the one that ends the same range: 1 de enero al 31 de marzo de 2024. */
function written({ from, date, month, year }: Written, after: string, language: Language) {
  if (date !== undefined && !isDay(date)) return undefined;
  const borrowed = year === undefined ? yearAhead(after, language) : undefined;
  const keys = (on?: number) => [
    dateKey(year, month, on),
    ...(borrowed ? [dateKey(borrowed, month, on)] : []),
  ];
  const last = { kind: "date" as const, keys: keys(date) };
  return from !== undefined && isDay(from) ? [{ kind: "date" as const, keys: keys(from) }, last] : last;
}

const monthName = {
  es: "(enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre|(?:ene|feb|mar|abr|may|jun|jul|ago|sept?|oct|nov|dic)(?:\\.|(?=[\\s/-]+(?:de |del )?\\d)))",
  en: "(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\\.|(?=[\\s/-]+\\d)))",
};
const monthOf = (name: string, language: Language) => months[language][fold(name).replace(/\.$/, "")] ?? 0;

const aheadOf = {
  es: new RegExp(
    `^\\s*(?:al?|y|e|-|hasta|,)\\s+(?:el |al )?(?:\\d{1,2} de )?${monthName.es}(?: de| del)? (\\d{4})`,
    "iu",
  ),
  en: new RegExp(`^\\s*(?:to|and|through|until|-|,)\\s+${monthName.en}(?: \\d{1,2},?)? (\\d{4})`, "u"),
};
const yearAhead = (after: string, language: Language) => aheadOf[language].exec(after.slice(0, 60))?.[2];

const ordinalSign = "(?:\\.?[ºª°]|(?:er|ro|o)\\b\\.?)?";
const spanishDay = `(?<![\\p{L}\\p{N}.,])(?:(\\d{1,2})${ordinalSign}\\s*(?:al?|y|-|hasta el|y el)\\s*)?(\\d{1,2})${ordinalSign}[\\s/-]+(?:de\\s+)?${monthName.es}`;
const spanishYear = "(?:\\s*,?\\s*(?:de\\s+|del\\s+(?:año\\s+)?|/|-)?((?:19|20)\\d{2})(?![\\p{L}\\p{N}]))";

function readSpanish(scan: Scan) {
  // As deeds and orders write it: veinte de junio de dos mil veinticuatro.
  scan.take(
    new RegExp(
      `(?<!\\p{L})(primero|\\p{L}+(?: y \\p{L}+)?) de ${monthName.es} de(?:l año)? (dos mil(?: \\p{L}+(?: y \\p{L}+)?)?)(?!\\p{L})`,
      "giu",
    ),
    (match) => {
      const date = fold(match[1] ?? "") === "primero" ? 1 : wordNumber(match[1] ?? "", "es");
      const year =
        wordNumber(match[3] ?? "", "es") ??
        wordNumber((match[3] ?? "").split(" ").slice(0, 3).join(" "), "es");
      if (date === undefined || year === undefined) return undefined;
      return written({ date, month: monthOf(match[2] ?? "", "es"), year: String(year) }, "", "es");
    },
  );
  scan.take(new RegExp(`${spanishDay}${spanishYear}?`, "giu"), (match, at) =>
    written(
      {
        from: match[1] === undefined ? undefined : Number(match[1]),
        date: Number(match[2]),
        month: monthOf(match[3] ?? "", "es"),
        year: match[4],
      },
      scan.rest.slice(at + match[0].length, at + match[0].length + 60),
      "es",
    ),
  );
  scan.take(new RegExp(`(?<!\\p{L})primero de ${monthName.es}${spanishYear}?`, "giu"), (match, at) =>
    written(
      { date: 1, month: monthOf(match[1] ?? "", "es"), year: match[2] },
      scan.rest.slice(at + match[0].length, at + match[0].length + 60),
      "es",
    ),
  );
  scan.take(new RegExp(`(?<!\\p{L})${monthName.es}${spanishYear}`, "giu"), (match) =>
    written({ month: monthOf(match[1] ?? "", "es"), year: match[2] }, "", "es"),
  );
  scan.take(
    /(?<!\p{L})(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep?tiembre|octubre|noviembre|diciembre)(?!\p{L})/giu,
    (match, at) =>
      written(
        { month: monthOf(match[0], "es") },
        scan.rest.slice(at + match[0].length, at + match[0].length + 60),
        "es",
      ),
  );
  scan.take(
    /(?<!\p{L})(primer|segundo|tercer|cuarto|[1-4]\.?(?:er|o|º|°)) trimestre(?!\p{L})/giu,
    (match) => {
      const word = match[1] ?? "";
      return { kind: "date", keys: [`quarter:${/^\d/.test(word) ? word[0] : ordinals.es[fold(word)]}`] };
    },
  );
  scan.take(/(?<!\p{L})siglo ([IVX]{1,5})(?!\p{L})/gu, (match) => ({
    kind: "ordinal",
    keys: [`century:${match[1]}`],
  }));
}

const englishMonthDay = `(?<!\\p{L})${monthName.en}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*(?:-|to|through|and)\\s*(\\d{1,2})(?:st|nd|rd|th)?(?![\\p{L}\\p{N}]))?(?![\\p{N}]|,\\d{3})`;
const englishYear = "(?:\\s*,?\\s*((?:19|20)\\d{2})(?![\\p{L}\\p{N}]))";
const centuries: Record<string, string> = { "19": "XIX", "20": "XX", "21": "XXI" };

function readEnglish(scan: Scan) {
  const ahead = (match: RegExpExecArray, at: number) =>
    scan.rest.slice(at + match[0].length, at + match[0].length + 60);
  scan.take(new RegExp(`${englishMonthDay}${englishYear}?`, "gu"), (match, at) => {
    const [first, second] = [Number(match[2]), match[3] === undefined ? undefined : Number(match[3])];
    return written(
      {
        from: second === undefined ? undefined : first,
        date: second ?? first,
        month: monthOf(match[1] ?? "", "en"),
        year: match[4],
      },
      ahead(match, at),
      "en",
    );
  });
  scan.take(
    new RegExp(
      `(?<![\\p{L}\\p{N}.,])(?:(\\d{1,2})(?:st|nd|rd|th)?\\s*(?:-|to|and)\\s*)?(\\d{1,2})(?:st|nd|rd|th)?[\\s/-]+(?:of\\s+)?${monthName.en}(?:[/-]?${englishYear}|[/-]((?:19|20)\\d{2}))?(?!\\p{L})`,
      "gu",
    ),
    (match, at) =>
      written(
        {
          from: match[1] === undefined ? undefined : Number(match[1]),
          date: Number(match[2]),
          month: monthOf(match[3] ?? "", "en"),
          year: match[4] ?? match[5],
        },
        ahead(match, at),
        "en",
      ),
  );
  scan.take(new RegExp(`(?<!\\p{L})${monthName.en}(?:\\s+of)?${englishYear}`, "gu"), (match) =>
    written({ month: monthOf(match[1] ?? "", "en"), year: match[2] }, "", "en"),
  );
  // "May" and "March" are months only where a preposition says so.
  scan.take(
    /(?<!\p{L})(?:(?<=\b(?:in|of|since|until|from|to|by|and|through|early|late|mid|mid-|last|next|each|every|during|before|after)\s?)(?:May|March)|January|February|April|June|July|August|September|October|November|December)(?!\p{L})/gu,
    (match, at) => written({ month: monthOf(match[0], "en") }, ahead(match, at), "en"),
  );
  scan.take(/(?<!\p{L})(first|second|third|fourth|[1-4](?:st|nd|rd|th)) quarter(?!\p{L})/giu, (match) => {
    const word = match[1] ?? "";
    return { kind: "date", keys: [`quarter:${/^\d/.test(word) ? word[0] : ordinals.en[fold(word)]}`] };
  });
  scan.take(/(?<!\p{N})(19|20|21)(?:th|st)[ -]century(?!\p{L})/giu, (match) => ({
    kind: "ordinal",
    keys: [`century:${centuries[match[1] ?? ""]}`],
  }));
}
