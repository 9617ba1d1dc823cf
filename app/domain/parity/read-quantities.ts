import type { Language } from "../advisories/advisory.form";
import { type Fact, numberKey, type Scan } from "./fact";
import { currencyCodes, currencyNouns, currencySigns, units } from "./lexicon";
import { type Quantity, shareAlongLists } from "./quantity";
import { readNumberAt } from "./word-number";

/** Numbers in figures or words, with what qualifies them: a multiplier, a currency, a percent sign, an ordinal ending. */
export function readQuantities(scan: Scan, language: Language) {
  const found = quantitiesIn(scan.rest, language);
  shareAlongLists(found, scan.rest, language);
  for (const quantity of found) {
    const { start, end } = quantity;
    scan.add({ ...factOf(quantity), start, end }, start, end);
  }
}

const wordStarts = (language: Language) =>
  Object.keys(units[language])
    .concat(language === "es" ? ["mil", "un", "una"] : ["a", "an", "one"])
    .sort((a, b) => b.length - a.length)
    .map((word) =>
      word.replace(/[aeiou]/g, (vowel) =>
        language === "es" ? `[${vowel}${"áéíóú"["aeiou".indexOf(vowel)]}]` : vowel,
      ),
    )
    .join("|");
const candidates: Record<Language, RegExp> = {
  es: new RegExp(`\\d+|(?<!\\p{L})(?:${wordStarts("es")})(?!\\p{L})`, "giu"),
  en: new RegExp(`\\d+|(?<!\\p{L})(?:${wordStarts("en")})(?!\\p{L})`, "giu"),
};

const before = new RegExp(
  `(?:(?<![\\p{L}$])(US\\$|U\\.S\\. ?\\$|MX\\$|CA\\$|C\\$|HK\\$|AU?\\$|R\\$|(?:${currencyCodes})\\b ?\\$?)|\\$|€|£|¥)\\s?$`,
  "u",
);
const nouns: Record<Language, string> = {
  es: "d[oó]lar(?:es)?(?: estadounidenses?| americanos?| canadienses?| australianos?| de (?:los )?(?:Estados Unidos|EE\\. ?UU\\.|EUA|Hong Kong|Canadá))?|pesos?(?: mexicanos?| colombianos?| argentinos?| chilenos?)?|euros?|yuan(?:es)?|renminbi|libras? esterlinas?|yen(?:es)?|M\\. ?N\\.|moneda nacional",
  en: "(?:U\\.? ?S\\.? |American |Canadian |Australian |Hong Kong )?dollars?|(?:Mexican |Colombian |Argentine |Chilean )?pesos?|euros?|(?:Chinese )?yuan|renminbi|pounds? sterling|yen",
};
const after: Record<
  Language,
  { currency: RegExp; percent: RegExp; points: RegExp; ordinal: RegExp; scale: RegExp; short: RegExp }
> = {
  es: {
    currency: new RegExp(
      `[\\s-]*(?:de\\s+)?\\(?(?:(${currencyCodes})(?![\\p{L}\\p{N}])|(${nouns.es})(?!\\p{L}))\\)?`,
      "iuy",
    ),
    percent: /\s*(?:%|por\s?ciento(?!\p{L}))/iuy,
    points: /\s*(?:puntos porcentuales|p\. ?p\.)/iuy,
    ordinal: /(?:\.?[ºª°]|\.?(?:er|ro|ra|do|da|ero|era)s?)(?!\p{L})/uy,
    scale: /\s+miles de millones(?!\p{L})/iuy,
    short: /\s?(mmdp|mmdd|mdp|mdd)(?!\p{L})/iuy,
  },
  en: {
    currency: new RegExp(
      `[\\s-]*\\(?(?:(${currencyCodes})(?![\\p{L}\\p{N}])|(${nouns.en})(?!\\p{L}))\\)?`,
      "iuy",
    ),
    percent: /[\s-]*(?:%|per\s?cent(?!\p{L}))/iuy,
    points: /[\s-]*percentage[\s-]points?/iuy,
    ordinal: /(?:st|nd|rd|th)(?!\p{L})/uy,
    scale: /(?!)/y,
    short: /(?!)/y,
  },
};
/** Letters for a multiplier, as the press writes them: $1.4bn, US$10K, €5M. */
const letters = /\s?(K|M|MM|mn?|B|bn|T|tn|k)(?![\p{L}\p{N}]|\. ?N)/uy;
const letterScale: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  b: 1e9,
  bn: 1e9,
  t: 1e12,
  tn: 1e12,
};

function sticky(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}

function quantitiesIn(text: string, language: Language): Quantity[] {
  const found: Quantity[] = [];
  let done = 0;
  for (const candidate of text.matchAll(candidates[language])) {
    if (candidate.index < done) continue;
    const number = readNumberAt(text, candidate.index, language);
    if (!number) continue;
    const quantity = qualified(text, candidate.index, number, language);
    found.push(quantity);
    done = quantity.end;
  }
  return found;
}

function qualified(
  text: string,
  figureStart: number,
  number: { value: number; length: number; scale: number; digits: boolean },
  language: Language,
): Quantity {
  const quantity: Quantity = {
    start: figureStart,
    end: figureStart + number.length,
    figureStart,
    value: number.value,
    scale: number.scale,
    digits: number.digits,
    currencies: [],
    unit: "",
    shared: [],
  };
  const rules = after[language];
  const eat = (match: RegExpExecArray) => {
    quantity.end += match[0].length;
  };
  const multiply = (scale: number) => {
    quantity.value = Number((quantity.value * scale).toPrecision(15));
    quantity.scale = Math.max(quantity.scale, scale);
  };

  const sign = before.exec(text.slice(Math.max(0, figureStart - 8), figureStart));
  if (sign) {
    quantity.start -= sign[0].length;
    quantity.currencies = signCurrencies(sign[0], language);
  }
  if (number.digits) {
    const ordinal = sticky(rules.ordinal, text, quantity.end);
    if (ordinal) {
      quantity.unit = "ord";
      eat(ordinal);
      return quantity;
    }
  }
  const miles = sticky(rules.scale, text, quantity.end);
  if (miles) {
    multiply(1e9);
    eat(miles);
  }
  const letter =
    sign || /^(?:K|MM?)(?![\p{L}\p{N}])/u.test(text.slice(quantity.end))
      ? sticky(letters, text, quantity.end)
      : null;
  if (letter && number.digits) {
    multiply(letterScale[(letter[1] ?? "").toLowerCase()] ?? 1);
    eat(letter);
  }
  const short = sticky(rules.short, text, quantity.end);
  if (short) {
    const name = (short[1] ?? "").toLowerCase();
    multiply(name.startsWith("mm") ? 1e9 : 1e6);
    quantity.currencies = [name.endsWith("p") ? "MXN" : "USD"];
    eat(short);
    return quantity;
  }
  const points = sticky(rules.points, text, quantity.end);
  const percent = points ?? sticky(rules.percent, text, quantity.end);
  if (percent) {
    quantity.unit = points ? "pp" : "pct";
    eat(percent);
    return quantity;
  }
  for (
    let named = sticky(rules.currency, text, quantity.end);
    named;
    named = sticky(rules.currency, text, quantity.end)
  ) {
    if (!/\p{L}/u.test(named[0])) break;
    quantity.currencies = [nounCurrency(named[1] ?? named[2] ?? "", quantity.currencies)];
    eat(named);
  }
  return quantity;
}

function signCurrencies(sign: string, language: Language): string[] {
  const name = sign.trim().replace(/^U\.S\. ?\$/, "US$");
  if (name === "$") return language === "es" ? ["USD", "MXN", "$"] : ["USD", "$"];
  const codeName = name.replace(/ ?\$$/, "");
  return [currencySigns[name] ?? currencySigns[codeName] ?? codeName];
}

function nounCurrency(noun: string, known: string[]): string {
  const [only] = known;
  const named =
    currencySigns[noun.toUpperCase()] ??
    currencyNouns.find(([pattern]) => pattern.test(noun))?.[1] ??
    noun.toUpperCase();
  // CA$5 dollars: the sign was the more exact.
  return known.length === 1 && only !== undefined && named === "USD" && only.endsWith("D") ? only : named;
}

function keysOf(value: number, currencies: string[], unit: string): string[] {
  const plain = numberKey(value);
  if (unit === "ord") return [`ord:${value}`, plain];
  if (unit !== "") return [`${unit}:${plain.slice(2)}`];
  return currencies.length > 0 ? currencies.map((currency) => `amt:${plain.slice(2)}:${currency}`) : [plain];
}

function factOf(quantity: Quantity): Pick<Fact, "kind" | "keys" | "certainty" | "value"> {
  const { value, currencies, unit, shared } = quantity;
  const keys = keysOf(value, currencies, unit);
  for (const reading of shared) {
    keys.push(...keysOf(Number((value * reading.scale).toPrecision(15)), reading.currencies, reading.unit));
  }
  const kind =
    unit === "ord" ? "ordinal" : unit !== "" ? "percentage" : currencies.length > 0 ? "amount" : "number";
  // "Two" and "zero" have many other words in either language.
  const idiomatic = !quantity.digits && kind === "number" && (value === 2 || value === 0);
  return { kind, keys: [...new Set(keys)], certainty: idiomatic ? "paired" : "sure", value };
}
