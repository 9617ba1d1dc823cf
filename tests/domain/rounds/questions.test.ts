import { describe, expect, test } from "vitest";
import { countedQuestions, uncountedQuestions } from "~/domain/rounds/questions";
import en from "~locales/en/rounds.json";
import es from "~locales/es/rounds.json";

type Words = { asks: string; short: string; category?: Record<string, string> };

describe.each([
  ["es", es.question],
  ["en", en.question],
])("the questions of a round in %s", (_, words) => {
  const said = new Map<string, Words>(Object.entries(words));

  test("have words for each question and for each category, and none besides", () => {
    expect([...said.keys()].sort()).toEqual(
      [...countedQuestions, ...uncountedQuestions].map(({ key }) => key).sort(),
    );
    for (const { key, categories } of countedQuestions) {
      expect(Object.keys(said.get(key)?.category ?? {}).sort(), key).toEqual([...categories].sort());
    }
  });

  test("never ask whether a report was filed, or about whom", () => {
    expect(JSON.stringify(words)).not.toMatch(
      /\b(SARs?|ROIs?|ROIP|report(s|ed|es?|ing)?|reportad[ao]s?|filed)\b/i,
    );
  });
});

test("no question has one category twice, and all have at least two", () => {
  for (const { categories } of countedQuestions) {
    expect(categories.length).toBeGreaterThan(1);
    expect(new Set(categories).size).toBe(categories.length);
  }
});
