import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { advisoryContentSchema } from "~/domain/advisories/advisory.form";
import { contentOfDocument } from "~/domain/imports/content-of-document";
import { lostLeaves } from "~/domain/imports/lost-leaves";
import { printedDocument } from "~/domain/imports/printed-document.form";
import { problemsOf } from "~/domain/imports/problems-of";
import { i18nOf } from "~/i18n/i18n.server";

const data = join(import.meta.dirname, "../../../../shared/data/advisories");
const known = { authorities: [], typologies: [], number: "ZZ-1" };

/** The content that a file becomes, valid for the desk, or the reason why it is refused. */
function contentOf(file: unknown) {
  const parsed = printedDocument.safeParse(file);
  if (!parsed.success) throw new Error(JSON.stringify(problemsOf(parsed.error)));
  return advisoryContentSchema.parse(contentOfDocument(parsed.data, known));
}

const aFlag = (given: object = {}) => ({ n: 1, text: "Una señal.", ...given });
const aDocument = (given: object = {}) => ({
  title: "Alerta de prueba",
  language: "es",
  regulator: "Supervisor de Prueba",
  redFlags: [aFlag()],
  ...given,
});
const nested = (levels: number): object =>
  levels === 0
    ? { text: "El fondo." }
    : { text: `Nivel ${levels}`, letter: `${levels}`, sub: [nested(levels - 1)] };
const many = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name} ${i}`);

const otherForms: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["an empty text", ""],
  ["an empty list", []],
  ["a figure", 12345],
  ["yes", true],
  ["a text", "una sola palabra"],
  ["a list of texts", ["primera", "segunda", null, ""]],
  ["a record", { name: "Oficina de Ejemplo", country: "MX" }],
  ["a list of records", [{ name: "Oficina de Ejemplo", country: "MX" }, { ref: 3 }]],
];
const optional =
  "docType number date summary source sourceUrl licence jurisdiction jointIssuers inCoordinationWith typologies keyTerm additionalKeyTerms reportFields audience supersedes supplements groupsInSource note pages".split(
    " ",
  );
const optionalOfFlag = "n group code heading sub suggestedAction footnotes severity".split(" ");

describe("nothing of a file is lost", () => {
  test.each(otherForms)("whatever field is written as %s", (_, value) => {
    for (const key of optional) {
      const file = aDocument({ [key]: value });
      expect({ key, lost: lostLeaves(file, contentOf(file)) }).toEqual({ key, lost: [] });
    }
    for (const key of optionalOfFlag) {
      const file = aDocument({ redFlags: [aFlag({ [key]: value }), aFlag({ n: 2 })] });
      expect({ key, lost: lostLeaves(file, contentOf(file)) }).toEqual({ key, lost: [] });
    }
  });

  test.each([
    ["points in points in points", aDocument({ redFlags: [aFlag({ sub: [nested(40)] })] })],
    [
      "points that are lists of points",
      aDocument({ redFlags: [aFlag({ sub: [["uno", ["dos"]], { sub: ["tres"] }] })] }),
    ],
    ["red flags that are only texts", aDocument({ redFlags: ["Una señal.", "Otra señal."] })],
    [
      "a list with more of all than any seen",
      aDocument({
        redFlags: many(1000, "Señal").map((text, i) => ({ n: i + 1, text, group: `Grupo ${i % 250}` })),
        audience: many(250, "Sector"),
        typologies: many(150, "Tipología"),
        supersedes: many(150, "FIN"),
        jointIssuers: many(60, "Autoridad"),
      }),
    ],
    [
      "texts far longer than their fields",
      aDocument({
        keyTerm: "TÉRMINO ".repeat(200),
        licence: "Licencia ".repeat(1000),
        redFlags: [
          aFlag({ code: "C".repeat(200), heading: "Encabezado ".repeat(200), group: "Grupo ".repeat(200) }),
        ],
      }),
    ],
    [
      "a key term for several groups",
      aDocument({
        groupsInSource: ["Uno"],
        additionalKeyTerms: [{ term: "AA-1", group: null }, { term: "BB-2", groups: ["Uno", "Dos"] }, "CC-3"],
      }),
    ],
    ["fields of other files", aDocument({ a: 0, b: false, c: { d: [[1], [2, [3]]] }, constructor: "x" })],
  ])("with %s", (_, file) => {
    expect(lostLeaves(file, contentOf(file))).toEqual([]);
  });

  test.skipIf(!existsSync(data))(
    "of the real files with their fields in another order, and without any one of them",
    () => {
      for (const name of readdirSync(data)) {
        const file = JSON.parse(readFileSync(join(data, name), "utf8"));
        const turned = Object.fromEntries(Object.entries(file).reverse());
        expect(contentOf(turned)).toEqual(contentOf(file));
        for (const key of optional) {
          const { [key]: _, ...less } = file;
          expect(lostLeaves(less, contentOf(less))).toEqual([]);
        }
      }
    },
  );
});

test("a record in a list goes by its name, and stays as printed", () => {
  const content = contentOf(
    aDocument({
      inCoordinationWith: [{ name: "Oficina de Ejemplo", country: "MX" }],
      redFlags: [aFlag({ footnotes: [{ ref: 3, text: "Una nota." }] })],
    }),
  );
  expect(content.issuers[1]).toMatchObject({ shortName: "Oficina de Ejemplo", role: "in-coordination" });
  expect(content.source?.rest.inCoordinationWith).toEqual([{ name: "Oficina de Ejemplo", country: "MX" }]);
  expect(content.redFlags[0]?.footnotes.map(({ text }) => text.es)).toEqual(["Una nota."]);
});

test("red flags that no id could bear the number of get the next free ones, and what was printed stays", () => {
  const content = contentOf(aDocument({ redFlags: [null, "3", "1a", 0, 1e12, 3].map((n) => aFlag({ n })) }));
  expect(content.redFlags.map(({ n }) => n)).toEqual([4, 3, 5, 6, 7, 8]);
  expect(content.source?.rest.redFlags).toEqual([
    { n: 5, printedN: "1a" },
    { n: 6, printedN: 0 },
    { n: 7, printedN: 1e12 },
    { n: 8, printedN: 3 },
  ]);
});

test.each([
  ["2024", "2024", "year"],
  ["2024-05", "2024-05", "month"],
  [" 2024-05-31 ", "2024-05-31", "day"],
  ["2024-05-31T10:00:00Z", "2024-05-31", "day"],
])("the date %j is %s, to the %s", (date, value, precision) => {
  expect(contentOf(aDocument({ date })).date).toEqual({ value, precision });
});

test.each(["2024-02-31", "2024-13", "0000", "c. 2019", "20240531", "31 de mayo de 2024"])(
  "the date %j is no day of a calendar: the document is undated and keeps what was printed",
  (date) => {
    const content = contentOf(aDocument({ date }));
    expect(content.date).toBeNull();
    expect(content.source?.rest.date).toBe(date);
  },
);

test.each([
  ["no object", ["una lista"]],
  ["a title without end", aDocument({ title: "Título ".repeat(100) })],
  ["a red flag without words", aDocument({ redFlags: [{ n: 1, text: " " }] })],
  ["a red flag that is none", aDocument({ redFlags: [7] })],
])("%s is refused with a sentence in both languages", (_, file) => {
  const parsed = printedDocument.safeParse(file);
  const found = parsed.success
    ? advisoryContentSchema.safeParse(contentOfDocument(parsed.data, known)).error
    : parsed.error;
  const reasons = problemsOf(found ?? { issues: [] }).map(({ reason }) => reason);
  expect(reasons).not.toEqual([]);
  for (const reason of reasons) {
    const key = reason.replace(/^(import|errors)\./, "");
    for (const lang of ["es", "en"] as const) {
      const { exists } = i18nOf(lang);
      expect(exists(`imports:${key}`) || exists(`refused:${key}`), reason).toBe(true);
    }
  }
});
