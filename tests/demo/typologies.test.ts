import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typologies } from "~db/demo/typologies";

const techniques = new Set(
  readFileSync("db/reference/amltrix-techniques.csv", "utf8")
    .split("\n")
    .map((line) => line.split(",", 1)[0]),
);

test("each typology is told in both languages, with techniques that AMLTRIX has", () => {
  for (const { name, description, amltrix } of typologies) {
    for (const text of [name.es, name.en, description.es, description.en]) expect(text).not.toBe("");
    expect(amltrix.filter((id) => !techniques.has(id))).toEqual([]);
  }
});

test("no printed term leads to two typologies", () => {
  const printed = typologies.flatMap((typology) => typology.printed.map((term) => term.toLowerCase()));
  expect(new Set(printed).size).toBe(printed.length);
});
