import type { Language } from "../advisories/advisory.form";
import { type Fact, numberKey, type Scan } from "./fact";
import { currencyCodes, currencyNouns, currencySigns, fold, ordinals, units } from "./lexicon";
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

type Quantity = {
  start: number;
  end: number;
  /** Where the figure itself starts, after a currency sign. */
  figureStart: number;
  value: number;
  scale: number;
  digits: boolean;
  /** Possible currencies: a bare $ is a dollar in English; in Spanish also a peso. */
  currencies: string[];
  unit: "" | "pct" | "pp" | "ord";
  /** Readings it gets from a neighbour: between 5 and 10 million dollars. */
  shared: { scale: number; currencies: string[]; unit: "" | "pct" | "pp" }[];
};

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

const between: Record<Language, RegExp> = {
  es: /^\s*,?\s*(?:(?:-|al?|y|e|o|u|ni|hasta)\s*)?(?:(?:el|la|los|las|un|una|de)\s+)?(?:[A-Z]{0,2}[$€£]\s?|(?:USD|MXN|EUR)\s)?$/u,
  en: /^\s*,?\s*(?:(?:-|to|and|or|nor|through)\s*)?(?:(?:the|an?)\s+)?(?:[A-Z]{0,2}[$€£]\s?|(?:USD|MXN|EUR)\s)?$/u,
};

/** In a list or a range the currency, percent sign or multiplier may be said once for all. */
function shareAlongLists(found: Quantity[], text: string, language: Language) {
  const linked = (a: Quantity, b: Quantity) => {
    const gap = text.slice(a.end, b.figureStart);
    return gap.trim() !== "" && gap.length < 24 && between[language].test(gap);
  };
  for (let i = found.length - 2; i >= 0; i--) {
    const [here, next] = [found[i], found[i + 1]];
    if (!here || !next || here.unit === "ord" || next.unit === "ord" || !linked(here, next)) continue;
    for (const given of [ownQualities(next), ...next.shared.slice(0, 1)]) lend(here, given);
  }
  for (let i = 1; i < found.length; i++) {
    const [here, previous] = [found[i], found[i - 1]];
    if (!here || !previous || here.unit !== "" || here.currencies.length > 0 || !linked(previous, here))
      continue;
    const currencies =
      previous.currencies.length > 0 ? previous.currencies : (previous.shared[0]?.currencies ?? []);
    if (currencies.length > 0 || previous.unit === "pct") {
      here.shared.push({ scale: 1, currencies, unit: previous.unit === "pct" ? "pct" : "" });
    }
  }
}

const ownQualities = (quantity: Quantity) => ({
  scale: quantity.digits ? quantity.scale : 1,
  currencies: quantity.currencies,
  unit: quantity.unit === "ord" ? ("" as const) : quantity.unit,
});

function lend(to: Quantity, given: Quantity["shared"][number]) {
  const scale = to.scale === 1 && to.value < 1e3 ? given.scale : 1;
  const currencies = to.currencies.length > 0 ? to.currencies : given.currencies;
  const unit = to.unit === "" && to.currencies.length === 0 ? given.unit : to.unit === "ord" ? "" : to.unit;
  if (scale === 1 && currencies === to.currencies && unit === to.unit) return;
  to.shared.push({ scale, currencies, unit });
  // Between 900 and 2 million: the first may be units all the same.
  if (scale > 1) to.shared.push({ scale: 1, currencies, unit });
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

const ordinalWord: Record<Language, RegExp> = {
  es: new RegExp(
    `(?<!\\p{L})(?:${Object.keys(ordinals.es).join("|").replace("septimo", "s[eé]ptimo").replace("septima", "s[eé]ptima").replace("decimo", "d[eé]cimo").replace("decima", "d[eé]cima")})(?!\\p{L})`,
    "giu",
  ),
  en: /(?<!\p{L})(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?!\p{L}|[\s-]+part(?:y|ies)|[\s-]+countr)/giu,
};

/** "Third" may be "3.ª" on the other side; alone it is idiom as often as a figure. */
export function readOrdinalWords(scan: Scan, language: Language) {
  scan.take(ordinalWord[language], (match) => {
    const value = ordinals[language][fold(match[0])];
    return value === undefined
      ? undefined
      : { kind: "ordinal", keys: [`ord:${value}`, numberKey(value)], certainty: "paired", value };
  });
}
