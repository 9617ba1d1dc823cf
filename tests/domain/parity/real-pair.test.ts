import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checkPiece } from "~/domain/parity/check-piece";

const folder = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));
const original = `${folder}advisories/fincen-FIN-2024-A002-fentanyl-precursors.json`;
const translation = `${folder}translations/FIN-2024-A002.es.json`;
const isThere = existsSync(original) && existsSync(translation);
if (!isThere) console.info(`Real documents are not at ${folder}: the real pair is skipped.`);

const document = z.object({
  title: z.string(),
  summary: z.string(),
  keyTerm: z.string().optional(),
  redFlags: z.array(
    z.object({ n: z.number(), text: z.string(), footnotes: z.array(z.string()).default([]) }),
  ),
});
const read = (path: string) => document.parse(JSON.parse(readFileSync(path, "utf8")));
const groupNames = z.object({ groups: z.record(z.string(), z.string()) });

describe.skipIf(!isThere)("a published advisory and its reviewed translation", () => {
  const pieces = () => {
    const [en, es] = [read(original), read(translation)];
    const groups = groupNames.parse(JSON.parse(readFileSync(translation, "utf8"))).groups;
    return [
      { es: es.title, en: en.title },
      { es: es.summary, en: en.summary },
      ...Object.entries(groups).map(([name, translated]) => ({ es: translated, en: name })),
      ...en.redFlags.flatMap((flag) => {
        const twin = es.redFlags.find(({ n }) => n === flag.n);
        return [
          { es: twin?.text ?? "", en: flag.text },
          ...flag.footnotes.map((note, i) => ({ es: twin?.footnotes[i] ?? "", en: note })),
        ];
      }),
    ];
  };

  it("differ in nothing", () => {
    expect(pieces()).toHaveLength(20);
    for (const text of pieces())
      expect(checkPiece(text, { keyTerms: ["FENTANYL FIN-2024-A002"], required: true })).toEqual([]);
  });

  it("differ as soon as any figure of either text is changed", () => {
    let changed = 0;
    for (const text of pieces()) {
      for (const language of ["es", "en"] as const) {
        for (const match of text[language].matchAll(/\d+/g)) {
          const figure = String(Number(match[0]) + 1).padStart(match[0].length, "0");
          const altered =
            text[language].slice(0, match.index) +
            figure +
            text[language].slice(match.index + match[0].length);
          expect(checkPiece({ ...text, [language]: altered }), altered).not.toEqual([]);
          changed += 1;
        }
      }
    }
    expect(changed).toBeGreaterThan(20);
  });
});
