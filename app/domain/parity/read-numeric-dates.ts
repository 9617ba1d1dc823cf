import type { Language } from "../advisories/advisory.form";
import type { Scan } from "./fact";

const day = (year: number, month: number, date: number) =>
  `d:${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

/** 06/05/2024 is 5 June in English and 6 May in Spanish; a first or second figure over 12 settles it in either. */
export function readNumericDates(scan: Scan, language: Language) {
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
