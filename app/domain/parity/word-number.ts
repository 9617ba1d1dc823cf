import type { Language } from "../advisories/advisory.form";
import { fold, scales, units } from "./lexicon";

export type ReadNumber = {
  value: number;
  length: number;
  /** Written with figures, at least in part. */
  digits: boolean;
  /** The largest multiplier named (million, mil…), 1 when none. */
  scale: number;
};

const oneAfterTens = /^(?:one|un|uno|una)$/;
const digitPart =
  /(?:\d{1,3}(?:([, ])\d{3}(?:\1\d{3})*)(?!\d)(?:\.\d+)?|\d{1,3}(?:'\d{3})+(?:,\d{3})*(?!\d)(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?)/y;
const decimalComma = /\d+,\d{1,2}(?=\s?%)/y;
const wordPart = /\p{L}+/uy;
const gap: Record<Language, RegExp> = { es: /\s+(?:y\s+)?/y, en: /(?:\s+|-)(?:and\s+)?/y };
const half: Record<Language, RegExp> = {
  es: /\s+y\s+medi[oa](?!\p{L})/uy,
  en: /\s+and\s+a\s+half(?!\p{L})/uy,
};
const article: Record<Language, RegExp> = {
  es: /(?:un|una|uno)\s+(?=(?:mill[oó]n|bill[oó]n|millardo|docena|decena|centenar|millar)(?!\p{L}))/iuy,
  en: /(?:an?|one)[\s-]+(?=(?:hundred|thousand|million|billion|trillion|dozen)(?!\p{L}))/iuy,
};

function at(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

/** The number, in figures, words or both, that starts at a position: 1,246 · 2 mil 500 millones · twenty-five · one and a half million. */
export function readNumberAt(text: string, start: number, language: Language): ReadNumber | undefined {
  /** Closed millions and above, closed thousands, and what is still open. */
  let [total, group, open] = [0, 0, 0];
  let [last, scale, digits, parts] = [Number.POSITIVE_INFINITY, 1, false, 0];

  let end = start;
  let needsGap = false;
  const opening = at(article[language], text, start);
  if (opening) {
    open = 1;
    last = 1;
    parts = 1;
    end += opening[0].length;
  }

  while (parts < 24) {
    const between = needsGap ? at(gap[language], text, end) : null;
    if (needsGap && !between) break;
    const space = between?.[0] ?? "";
    const here = end + space.length;
    const joined = /(?:y|and)\s+$/.test(space);

    const comma = language === "es" && parts === 0 ? at(decimalComma, text, here) : null;
    const figure = comma ?? at(digitPart, text, here);
    if (figure) {
      const value = figureValue(figure[0]);
      const continues = parts > 0;
      // 2 mil 500 millones, 1 millón 246 mil: three figures at most go on after a multiplier.
      if (continues && (joined || space.includes("-") || last < 1e3 || !/^\d{1,3}$/.test(figure[0]))) break;
      open += value;
      last = value === 0 ? 1 : 0.5;
      digits = true;
      parts += 1;
      needsGap = true;
      end = here + figure[0].length;
      continue;
    }

    const word = at(wordPart, text, here);
    if (!word) break;
    const name = fold(word[0]);
    const unit = units[language][name] ?? (parts > 0 && oneAfterTens.test(name) ? 1 : undefined);
    const multiplier = scales[language][name];

    if (unit !== undefined) {
      const first = parts === 0;
      const afterTens =
        last >= 20 &&
        last <= 90 &&
        last % 10 === 0 &&
        unit >= 1 &&
        unit < 10 &&
        (language === "en" || joined);
      const afterHundreds =
        last >= 100 &&
        last < 1e3 &&
        last % 100 === 0 &&
        unit < 100 &&
        unit > 0 &&
        (language === "en" || !joined);
      const afterScale =
        last >= 1e3 && last !== Number.POSITIVE_INFINITY && unit < 1e3 && !(joined && language === "es");
      if (!first && !afterTens && !afterHundreds && !afterScale) break;
      open += unit;
      last = unit;
      parts += 1;
      needsGap = true;
      end = here + word[0].length;
      continue;
    }

    if (multiplier === undefined || joined) break;
    if (parts === 0 && !(language === "es" && name === "mil")) break;
    if (multiplier >= 1e6) {
      if (group + open === 0) break;
      total += (group + open) * multiplier;
      [group, open] = [0, 0];
    } else if (multiplier === 1e3) {
      if (parts > 0 && open === 0) break;
      group += (open || 1) * 1e3;
      open = 0;
    } else {
      if (open === 0) break;
      open *= multiplier;
    }
    last = multiplier;
    scale = Math.max(scale, multiplier);
    parts += 1;
    needsGap = true;
    end = here + word[0].length;
    const more = at(half[language], text, end);
    if (more) {
      total += multiplier / 2;
      end += more[0].length;
      break;
    }
  }

  const value = total + group + open;
  if (parts === 0 || (opening && parts === 1)) return undefined;
  return { value: Number(value.toPrecision(15)), length: end - start, digits, scale };
}

/** The value of a phrase that is a number in words from end to end. */
export function wordNumber(words: string, language: Language): number | undefined {
  const found = readNumberAt(words, 0, language);
  return found && found.length === words.length ? found.value : undefined;
}

function figureValue(figure: string): number {
  if (/^\d+,\d{1,2}$/.test(figure)) return Number(figure.replace(",", "."));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(figure)) return Number(figure.replaceAll(".", ""));
  return Number(figure.replace(/[, ']/g, ""));
}
