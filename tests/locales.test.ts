import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "~db/project-folder.server";

type Words = Map<string, string>;

/** Every sentence of a file by its dotted key. */
function wordsOf(tree: unknown, path = ""): Words {
  if (typeof tree === "string") return new Map([[path, tree]]);
  if (typeof tree !== "object" || tree === null) return new Map([[path, ""]]);
  return new Map(
    Object.entries(tree).flatMap(([key, value]) => [...wordsOf(value, path ? `${path}.${key}` : key)]),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;
const baseOf = (key: string) => key.replace(plural, "");
const formsOf = (words: Words, base: string) =>
  [...words.keys()]
    .filter((key) => baseOf(key) === base && key !== base)
    .map((key) => key.slice(base.length + 1));

/** What a program fills into a sentence, all plural forms together; a count may be left out of "one". */
function slotsOf(words: Words, base: string) {
  const slots = [...words]
    .filter(([key]) => baseOf(key) === base)
    .flatMap(([, sentence]) => sentence.match(/\{\{[^}]+\}\}|<\/?\w+>/g) ?? [])
    .map((slot) => slot.replace(/[\s-]/g, ""));
  return [...new Set(slots)].filter((slot) => !slot.startsWith("{{count")).sort();
}

/** What is wrong between the two languages of one file. */
function faultsOf(es: Words, en: Words) {
  const bases = (words: Words) => [...new Set([...words.keys()].map(baseOf))];
  const shared = bases(es).filter((base) => bases(en).includes(base));
  return [
    ...bases(es)
      .filter((base) => !bases(en).includes(base))
      .map((base) => `${base}: not in English`),
    ...bases(en)
      .filter((base) => !bases(es).includes(base))
      .map((base) => `${base}: not in Spanish`),
    ...[...es, ...en].filter(([, sentence]) => sentence.trim() === "").map(([key]) => `${key}: empty`),
    ...shared
      .filter((base) => slotsOf(es, base).join() !== slotsOf(en, base).join())
      .map(
        (base) =>
          `${base}: ${slotsOf(es, base).join(" ")} in Spanish, ${slotsOf(en, base).join(" ")} in English`,
      ),
    ...shared.flatMap((base) => pluralFaults(base, formsOf(es, base), formsOf(en, base))),
  ];
}

function pluralFaults(base: string, es: string[], en: string[]) {
  if (es.length === 0 && en.length === 0) return [];
  return [
    // "1 000 000 de avisos": Spanish has a form that English lacks.
    ...["one", "many", "other"]
      .filter((form) => !es.includes(form))
      .map((form) => `${base}: no Spanish ${form}`),
    ...["one", "other"].filter((form) => !en.includes(form)).map((form) => `${base}: no English ${form}`),
  ];
}

const filesOf = (language: string) =>
  readdirSync(projectFolder("locales", language))
    .filter((name) => name.endsWith(".json"))
    .sort();
const load = (language: string, name: string) =>
  wordsOf(JSON.parse(readFileSync(join(projectFolder("locales", language), name), "utf8")));

describe("the two languages", () => {
  test("have the same files, and each is taken up", () => {
    expect(filesOf("es")).toEqual(filesOf("en"));
    for (const language of ["es", "en"]) {
      const index = readFileSync(projectFolder("locales", language, "index.ts"), "utf8");
      expect(filesOf(language).filter((name) => !index.includes(`"./${name}"`))).toEqual([]);
    }
  });

  test.each(filesOf("es"))("say the same things in %s", (name) => {
    expect(faultsOf(load("es", name), load("en", name))).toEqual([]);
  });

  test("are seen to differ where they do", () => {
    const es = wordsOf({
      a: "uno",
      b: "{{name}} y <1>dos</1>",
      c_one: "{{count}} aviso",
      c_other: "{{count}} avisos",
      d: { e: " " },
    });
    const en = wordsOf({
      b: "two",
      c_one: "one advisory",
      c_other: "{{count}} advisories",
      d: { e: "x" },
      f: "six",
    });
    expect(faultsOf(es, en)).toEqual([
      "a: not in English",
      "f: not in Spanish",
      "d.e: empty",
      "b: </1> <1> {{name}} in Spanish,  in English",
      "c: no Spanish many",
    ]);
  });
});
