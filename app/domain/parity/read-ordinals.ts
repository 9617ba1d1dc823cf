import type { Language } from "../advisories/advisory.form";
import { numberKey, type Scan } from "./fact";
import { fold, ordinals } from "./lexicon";

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
