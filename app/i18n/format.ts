import type { Language } from "~/domain/advisories/advisory.form";
import { localeOf } from "./language";

export type Precision = "day" | "month" | "year";

const made = new Map<string, Intl.DateTimeFormat>();

function dates(language: Language, options: Intl.DateTimeFormatOptions) {
  const key = language + JSON.stringify(options);
  const format = made.get(key) ?? new Intl.DateTimeFormat(localeOf(language), options);
  made.set(key, format);
  return format;
}

const byPrecision: Record<Precision, Intl.DateTimeFormatOptions> = {
  day: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
};

/** A calendar date (`2024-06-20`, `2024-06` or `2024`) in words, no finer than it is known. */
export function formatDay(language: Language, value: string, precision: Precision = precisionOf(value)) {
  const [year, month = "01", day = "01"] = value.split("-");
  const date = new Date(`${year}-${month}-${day.slice(0, 2)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  return dates(language, { ...byPrecision[precision], timeZone: "UTC" }).format(date);
}

function precisionOf(value: string): Precision {
  const parts = value.split("-").length;
  return parts >= 3 ? "day" : parts === 2 ? "month" : "year";
}

/** "ago 2027" for `2027-08`. */
export const formatMonth = (language: Language, value: string) =>
  dates(language, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${value.slice(0, 7)}-01T00:00:00Z`),
  );

/** An instant as a day on the reader's own calendar. */
export const formatDate = (language: Language, at: Date | string, timeZone: string) =>
  dates(language, { ...byPrecision.day, timeZone }).format(new Date(at));

const withClock = (
  language: Language,
  at: Date | string,
  timeZone: string,
  day: Intl.DateTimeFormatOptions,
) =>
  dates(language, {
    ...day,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  })
    .format(new Date(at))
    // A true minus keeps "GMT−6" on one line.
    .replace("GMT-", "GMT\u2212");

/** An instant with its hour and the name of the zone it is told in. */
export const formatInstant = (language: Language, at: Date | string, timeZone: string) =>
  withClock(language, at, timeZone, byPrecision.day);

/** `formatInstant` where columns are narrow: "22 nov 2026, 01:05 GMT−6". */
export const formatInstantShort = (language: Language, at: Date | string, timeZone: string) =>
  withClock(language, at, timeZone, { day: "numeric", month: "short", year: "numeric" });

/** "22 de noviembre de 2026, 10:00–12:00 GMT−6"; with both days where it passes midnight. */
export function formatSpan(language: Language, from: Date | string, to: Date | string, timeZone: string) {
  const [first, last] = [formatDate(language, from, timeZone), formatDate(language, to, timeZone)];
  const clock = (at: Date | string, zone: boolean) =>
    dates(language, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone,
      ...(zone ? { timeZoneName: "short" } : {}),
    })
      .format(new Date(at))
      .replace("GMT-", "GMT\u2212");
  const end = clock(to, true);
  return first === last
    ? `${first}, ${clock(from, false)}–${end}`
    : `${first}, ${clock(from, false)} – ${last}, ${end}`;
}

/** "19 ago" for `2027-08-19`, where the year is said elsewhere. */
export const formatDayOfYear = (language: Language, value: string) =>
  dates(language, { day: "numeric", month: "short", timeZone: "UTC" }).format(
    new Date(`${value.slice(0, 10)}T00:00:00Z`),
  );

/** "hora estándar central": how people of the field call a zone's clock. */
export const formatZone = (language: Language, timeZone: string, at: Date) =>
  dates(language, { timeZone, timeZoneName: "longGeneric" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

const numbers = new Map<string, Intl.NumberFormat>();

export function formatNumber(language: Language, value: number, options: Intl.NumberFormatOptions = {}) {
  // Making a format takes a hundred times what writing a number with it does; a page of statistics writes thousands.
  const key = language + JSON.stringify(options);
  const format = numbers.get(key) ?? new Intl.NumberFormat(localeOf(language), options);
  numbers.set(key, format);
  return format.format(value);
}

export const formatMoney = (language: Language, amount: number, currency: string) =>
  formatNumber(language, amount, { style: "currency", currency, currencyDisplay: "code" });

export const formatBytes = (language: Language, bytes: number) =>
  bytes < 1_000_000
    ? formatNumber(language, Math.max(1, Math.round(bytes / 1000)), { style: "unit", unit: "kilobyte" })
    : formatNumber(language, bytes / 1_000_000, {
        style: "unit",
        unit: "megabyte",
        maximumFractionDigits: 1,
      });

const lists = {
  es: new Intl.ListFormat(localeOf("es"), { type: "conjunction" }),
  en: new Intl.ListFormat(localeOf("en"), { type: "conjunction" }),
};

/** Words that begin a line, as they are written inside one: "original" for "Original". */
export const insideLine = (language: Language, words: string) =>
  words.slice(0, 1).toLocaleLowerCase(localeOf(language)) + words.slice(1);

/** "CNBV, UIF y FinCEN". */
export const formatList = (language: Language, items: string[]) => lists[language].format(items);
