import type { Language } from "~/domain/advisories/advisory.form";
import { glossary } from "./glossary";

/** Words that are explained where they are read, by the first English form of the glossary. */
const explained = {
  typology: "typology",
  "red-flag": "red flag",
  "safe-harbor": "safe harbor",
  "legal-cover": "legal cover",
  "compliance-officer": "compliance officer",
  fiu: "financial intelligence unit",
  "money-laundering": "money laundering",
  "terrorist-financing": "terrorist financing",
  "proliferation-financing": "proliferation financing",
  "trade-based-laundering": "trade-based money laundering",
  "bulk-cash": "bulk cash smuggling",
  "shell-company": "shell company",
  "front-man": "front man",
  structuring: "structuring",
  "money-mule": "money mule",
  "funnel-account": "funnel account",
  "beneficial-owner": "beneficial owner",
  "fuel-smuggling": "fuel smuggling",
  "fentanyl-precursor": "fentanyl precursor",
  "human-smuggling": "human smuggling",
  "human-trafficking": "human trafficking",
  "timeshare-fraud": "timeshare fraud",
  cmln: "Chinese money laundering network",
  "virtual-asset": "virtual asset",
  "money-transmitter": "money transmitter",
  "exchange-house": "exchange house",
  "correspondent-banking": "correspondent banking",
  "blocked-persons": "list of blocked persons",
  "bank-secrecy": "bank secrecy",
  "tipping-off": "tipping off",
  "de-risking": "de-risking",
  "risk-based": "risk-based approach",
  "false-positive": "false positive",
  "name-match": "name match",
  "customer-file": "customer file",
  pep: "politically exposed person",
  "onward-disclosure": "onward disclosure",
  "chatham-house": "Chatham House Rule",
  tlp: "Traffic Light Protocol",
} as const;

/** Reports and regimes of one country have no word in the other language: they are explained and never called one another. */
const ofOneRegime = {
  sar: { en: ["SAR", "STR", "suspicious activity report"], es: [] },
  roi: { en: [], es: ["ROI", "reporte de operación inusual"] },
  roip: { en: [], es: ["ROIP", "reporte de operación interna preocupante"] },
  r24: { en: [], es: ["reporte de 24 horas", "R24"] },
  ctr: { en: ["CTR", "currency transaction report"], es: [] },
  ror: { en: [], es: ["ROR", "reporte de operación relevante"] },
  "aml-cft": { en: ["AML/CFT"], es: ["PLD/FT", "PLD/FT/FPADM", "LA/FT"] },
  "obliged-entity": { en: ["obliged entity", "reporting entity"], es: ["sujeto obligado"] },
} as const;

export type GlossedKey = keyof typeof explained | keyof typeof ofOneRegime;
type Entry = { key: GlossedKey } & Record<Language, readonly string[]>;

/** Forms that the glossary finds together and that say too little, or name somebody, where they are read. */
const tooPlain = new Set(["comercio exterior", "nominee", "UIF", "art. 142 LIC", "red-flag indicator"]);

const entries: Entry[] = [
  ...keysOf(explained).map((key) => {
    const concept = glossary.find(({ en }) => en[0] === explained[key]);
    if (!concept) throw new Error(`the glossary has no ${explained[key]}`);
    const forms = (language: Language) =>
      [...concept[language], ...concept.both].filter((form) => !tooPlain.has(form) && form !== "indicador");
    return { key, es: forms("es"), en: forms("en") };
  }),
  ...keysOf(ofOneRegime).map((key) => ({ key, ...ofOneRegime[key] })),
];

function keysOf<Key extends string>(of: Record<Key, unknown>): Key[] {
  return Object.keys(of) as Key[];
}

const byKey = new Map(entries.map((entry) => [entry.key, entry]));

/** What a word is called first in a language; nothing where that language has no such thing. */
export const calledIn = (key: GlossedKey, language: Language): string | undefined =>
  byKey.get(key)?.[language][0];

const isAcronym = (form: string) => form === form.toUpperCase();
const escaped = (word: string) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Without accents and letter for letter as long as it was. */
const folded = (text: string) =>
  text.replace(/\p{L}/gu, (letter) =>
    letter.length === 1 ? (letter.normalize("NFD")[0] ?? letter) : letter,
  );

/** A word in the singular as it stands in the glossary, or in the plural. */
function inNumber(word: string, language: Language) {
  if (language === "es") {
    if (word.length < 4) return escaped(word);
    return word.endsWith("z") ? `${escaped(word.slice(0, -1))}(?:z|ces)` : `${escaped(word)}(?:s|es)?`;
  }
  if (/[^aeiou]y$/.test(word)) return `${escaped(word.slice(0, -1))}(?:y|ies)`;
  if (/\bman$/.test(word)) return `${escaped(word.slice(0, -2))}[ae]n`;
  return `${escaped(word)}(?:s|es)?`;
}

function patternOf(form: string, language: Language) {
  const words = folded(form).split(" ");
  const last = words.length - 1;
  const counted = words.map((word, n) =>
    language === "es" || n === last ? inNumber(word, language) : escaped(word),
  );
  const whole = isAcronym(form) ? `${escaped(folded(form))}s?` : counted.join("\\s+");
  return new RegExp(`${whole}(?![\\p{L}\\p{N}])`, isAcronym(form) ? "uy" : "iuy");
}

/** Enough of a form to look it up by: none of them differs so early in its plural. */
const stem = (text: string) => text.slice(0, 3).toLowerCase();

type Form = { key: GlossedKey; pattern: RegExp; letters: number };
const forms = new Map<string, Form[]>();
for (const { key, ...entry } of entries)
  for (const language of ["es", "en"] as const)
    for (const form of entry[language]) {
      const start = stem(folded(form));
      const known = forms.get(start) ?? [];
      known.push({ key, pattern: patternOf(form, language), letters: form.length });
      forms.set(
        start,
        known.sort((a, b) => b.letters - a.letters),
      );
    }

export type GlossedPart = { start: number; text: string; key: GlossedKey | null };

/**
 * A text in its parts, those that the glossary explains with the key of their word: the longest that fits, in either
 * language, whatever its accents and number, and each word where it first stands.
 */
export function glossedParts(given: string): GlossedPart[] {
  const text = given.normalize("NFC");
  const plain = folded(text);
  const parts: GlossedPart[] = [];
  const seen = new Set<GlossedKey>();
  let done = 0;
  for (const { index } of plain.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    if (index < done) continue;
    const found = findAt(plain, index);
    if (!found) continue;
    const end = index + found.length;
    if (!seen.has(found.key)) {
      if (index > done) parts.push({ start: done, text: text.slice(done, index), key: null });
      parts.push({ start: index, text: text.slice(index, end), key: found.key });
      seen.add(found.key);
      done = end;
    } else {
      // Said before: it stays plain, and so do shorter words within it.
      parts.push({ start: done, text: text.slice(done, end), key: null });
      done = end;
    }
  }
  if (done < text.length) parts.push({ start: done, text: text.slice(done), key: null });
  return joined(parts);
}

function findAt(plain: string, index: number) {
  for (const { key, pattern } of forms.get(stem(plain.slice(index, index + 3))) ?? []) {
    pattern.lastIndex = index;
    const [match] = pattern.exec(plain) ?? [];
    if (match !== undefined) return { key, length: match.length };
  }
  return undefined;
}

/** Plain parts that follow each other are one. */
function joined(parts: GlossedPart[]) {
  const whole: GlossedPart[] = [];
  for (const part of parts) {
    const last = whole.at(-1);
    if (last && last.key === null && part.key === null) last.text += part.text;
    else whole.push({ ...part });
  }
  return whole;
}
