import { afterAll, beforeAll, expect, test } from "vitest";
import { type AdvisoryView, findAdvisory } from "~/domain/advisories/advisories.server";
import { advisoryAsData } from "~/domain/exports/advisory-json";
import { advisoryAsPdf } from "~/domain/exports/advisory-pdf.server";
import { redFlagsAsCsv } from "~/domain/exports/red-flags-csv.server";
import { anonymous } from "~/domain/members/viewer";
import { printWords } from "~/http/print-words.server";
import { demoStories } from "~db/demo/stories";
import { demoDatabase } from "../../support/demo";
import type { World } from "../../support/world";

let world: World;
beforeAll(async () => {
  world = await demoDatabase();
});
afterAll(() => world.close());

async function seen(number: string): Promise<AdvisoryView> {
  const view = await findAdvisory(world.db, anonymous, number);
  if (!view) throw new Error(`${number} was not found`);
  return view;
}

test("the data of an advisory hold the least that the contract names, and nothing restricted", async () => {
  const data = advisoryAsData(await seen("UIF-2026-AV-002"));
  expect(data).toMatchObject({
    number: "UIF-2026-AV-002",
    status: "published",
    origin: "native",
    languages: { es: "original", en: "original" },
    signature: null,
    log: null,
  });
  expect(data.contentHash).toMatch(/^[0-9a-f]{64}$/);
  expect(data.redFlags.every(({ tlp }) => tlp === "CLEAR")).toBe(true);
  expect(JSON.stringify(data)).not.toMatch(/AMBER/);
});

test("a cell of the CSV cannot start a formula", async () => {
  const view = await seen("UIF-2026-AV-002");
  const [first] = view.content.redFlags;
  if (!first) throw new Error("no red flag");
  const csv = redFlagsAsCsv({
    ...view,
    content: { ...view.content, redFlags: [{ ...first, text: { es: "=1+1", en: "@SUM(A1)" } }] },
  });
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  expect(csv).toContain("'=1+1");
  expect(csv).toContain("'@SUM(A1)");
});

test.each(["es", "en"] as const)("every public advisory prints as a tagged PDF in %s", async (language) => {
  for (const { number } of demoStories) {
    const view = await findAdvisory(world.db, anonymous, number);
    if (!view) continue;
    const pdf = Buffer.from(advisoryAsPdf(view, language, printWords(view, language))).toString("latin1");
    expect(pdf.slice(0, 5), number).toBe("%PDF-");
    expect(pdf, number).toContain("/StructTreeRoot");
    expect(pdf, number).toMatch(new RegExp(`/Lang ?\\(${language}`));
  }
});

test("every fact in print is tagged with its label", async () => {
  const view = await seen("UIF-2026-AV-002");
  const words = printWords(view, "es");
  const labelsIn = (facts: typeof words.facts) =>
    Buffer.from(advisoryAsPdf(view, "es", { ...words, facts }))
      .toString("latin1")
      .match(/\/S ?\/Lbl\b/g)?.length ?? 0;
  expect(words.facts.length).toBeGreaterThan(0);
  expect(labelsIn(words.facts) - labelsIn([])).toBe(words.facts.length);
});

test("markup in a text is set as text", async () => {
  const view = await seen("UIF-2026-AV-002");
  const hostile = { es: '#panic("x") *a* $x$ \\ `c` "q" <l> @r', en: '#panic("x")' };
  const pdf = advisoryAsPdf(
    { ...view, content: { ...view.content, title: hostile, summary: hostile } },
    "es",
    printWords(view, "es"),
  );
  expect(Buffer.from(pdf).subarray(0, 4).toString()).toBe("%PDF");
});
