import { type ChangeObject, diffArrays } from "diff";
import type { Language } from "./advisory.form";

export type Run = { kind: "same" | "removed" | "added"; text: string };
/** `by`: how finely the texts could be compared in the time a reader waits; `whole`: one replaced the other. */
export type TextDiff = { by: "word" | "paragraph" | "whole"; runs: Run[] };

const patience = { word: 250, paragraph: 100 };

const segmenters: Record<Language, Intl.Segmenter> = {
  es: new Intl.Segmenter("es", { granularity: "word" }),
  en: new Intl.Segmenter("en", { granularity: "word" }),
};

/** Words, spaces and marks of a text by the rules of its language; joined they are the text again. */
export const wordsOf = (text: string, language: Language) =>
  // In stretches that end at a space: the engine's segmenter takes quadratic time in the length of its text.
  (text.match(/[\s\S]{1,1000}(?!\S)|[\s\S]{1,1000}/g) ?? []).flatMap((stretch) =>
    Array.from(segmenters[language].segment(stretch), ({ segment }) => segment),
  );

/** The text as it was and as it became. Same and removed runs joined are the old text, same and added the new. */
export function compareText(before: string, after: string, language: Language): TextDiff {
  const words = diffArrays(wordsOf(before, language), wordsOf(after, language), { timeout: patience.word });
  if (words) return { by: "word", runs: runsOf(words) };
  const paragraphs = diffArrays(before.split(/(?<=\n)/), after.split(/(?<=\n)/), {
    timeout: patience.paragraph,
  });
  if (paragraphs) return { by: "paragraph", runs: runsOf(paragraphs) };
  const whole: Run[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return { by: "whole", runs: whole.filter(({ text }) => text !== "") };
}

const runsOf = (changes: ChangeObject<string[]>[]): Run[] =>
  changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
