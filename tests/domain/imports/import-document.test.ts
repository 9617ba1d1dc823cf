import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { listDrafts } from "~/domain/drafts/drafts.server";
import { attachTranslation } from "~/domain/imports/attach-translation.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { lostLeaves } from "~/domain/imports/lost-leaves";
import { anonymous, type Member } from "~/domain/members/viewer";
import { search } from "~/domain/search/search.server";
import { aStaff, clear, publish, reasonOf, type Staff, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { freshDatabase, type World } from "../../support/world";

const data = join(import.meta.dirname, "../../../../shared/data");
const withData = existsSync(data) ? describe : describe.skip;
const read = (...path: string[]) => JSON.parse(readFileSync(join(data, ...path), "utf8"));
const at = new Date("2026-11-20T12:00:00Z");
const changeNote = { es: "Se agrega la traducción.", en: "Adds the translation." };

let world: World;
let publisher: Member;
let staff: Staff;
beforeAll(async () => {
  world = await freshDatabase();
  staff = await aStaff(world);
  publisher = staff.publisher;
});
afterAll(() => world.close());

const take = (file: unknown, publish = true) =>
  importDocument(world.db, { file, publish, by: publisher, at });

const aDocument = (given: Record<string, unknown> = {}) => ({
  title: "Alerta de prueba",
  language: "es",
  regulator: "Supervisor de Prueba",
  redFlags: [{ n: 1, text: "Una señal." }],
  ...given,
});

withData("real documents (skipped where ../shared/data is not there)", () => {
  const files = existsSync(data) ? readdirSync(join(data, "advisories")) : [];

  test.each(files)("%s goes in whole", async (name) => {
    const file = read("advisories", name);
    const outcome = await take(file);
    expect(outcome).toMatchObject({
      ok: true,
      value: { number: file.number, redFlags: file.redFlags.length },
    });
    const seen = await findAdvisory(world.db, anonymous, file.number);
    if (!seen) throw new Error("unseen");
    expect(lostLeaves(file, seen.content)).toEqual([]);
    expect(seen.content.translation[file.language === "es" ? "en" : "es"]).toBe("missing");
  });

  test("the same document again changes nothing", async () => {
    const file = read("advisories", files[0] ?? "");
    expect(await take(file)).toMatchObject({ ok: true, value: { status: "unchanged" } });
  });

  test("a translation makes the next version once a reader of its language clears it, and the pair is in parity", async () => {
    const file = read("translations", "FIN-2024-A002.es.json");
    const outcome = await attachTranslation(world.db, { file, changeNote, publish: true, by: publisher, at });
    expect(outcome).toMatchObject({
      ok: true,
      value: { status: "draft", redFlags: 14, waitsFor: ["language-es"] },
    });
    const draft = (await listDrafts(world.db, publisher)).find(({ number }) => number === file.number);
    expect(reasonOf(await clear(world, publisher, draft?.id ?? "", "language-es"))).toBe("not_allowed");
    value(await clear(world, staff.es, draft?.id ?? "", "language-es"));
    value(await publish(world, staff, draft?.id ?? ""));
    const seen = await findAdvisory(world.db, anonymous, file.number);
    expect(seen?.version).toBe(2);
    expect(seen?.content.translation).toEqual({ es: "human-reviewed", en: "original" });
    expect(seen?.content.redFlags[13]?.text.es).toBe(file.redFlags[13].text);
    if (seen)
      expect(
        lostLeaves(
          { ...file, translationStatus: "", language: "", note: "", groups: Object.values(file.groups) },
          seen.content,
        ),
      ).toEqual([]);
  });
});

test("a document of a shape never seen before goes in with all that it holds", async () => {
  const file = aDocument({
    number: "ZZ-1",
    date: "2019-07",
    keyTerm: "PRUEBA-2019",
    groupsInSource: ["Cliente", "Sin señales"],
    additionalKeyTerms: [{ term: "PRUEBA-2", group: "Cliente" }, "PRUEBA-3"],
    inCoordinationWith: ["Oficina de Ejemplo"],
    supersedes: ["ZZ-0"],
    pages: 12,
    annex: { note: "Anexo reservado al archivo", rows: [1, 2] },
    redFlags: [
      {
        n: 7,
        text: "Una señal con puntos.",
        group: "Cliente",
        code: "C-07",
        heading: "Encabezado",
        sub: ["Primer punto", { text: "Segundo punto", sub: [{ text: "Punto anidado", letter: "a" }] }],
        suggestedAction: "Revisar el expediente.",
        footnotes: ["1. Nota al pie.", "2. Otra nota."],
        severity: "alta",
      },
      { n: 7, text: "Una segunda señal con el mismo número." },
    ],
  });
  expect(await take(file)).toMatchObject({ ok: true, value: { number: "ZZ-1", redFlags: 2 } });
  const seen = await findAdvisory(world.db, anonymous, "ZZ-1");
  if (!seen) throw new Error("unseen");
  expect(lostLeaves(file, seen.content)).toEqual([]);
  expect(seen.content.date).toEqual({ value: "2019-07", precision: "month" });
  expect(seen.content.redFlags[0]?.sub[1]?.sub[0]?.text.es).toBe("Punto anidado");
  expect(seen.content.redFlags.map(({ n }) => n)).toEqual([7, 8]);
});

test("two printed terms that mean one typology of the catalogue both stay", async () => {
  await world.owner`insert into typologies (code, name_es, name_en, printed, catalogued, added_at)
    values ('corruption', 'Corrupción', 'Corruption', ${["soborno", "cohecho"]}, true, now())`;
  const file = aDocument({ number: "ZZ-5", typologies: ["Soborno", "cohecho", "otra cosa"] });
  expect(await take(file)).toMatchObject({ ok: true });
  const seen = await findAdvisory(world.db, anonymous, "ZZ-5");
  expect(seen?.typologies.map(({ code }) => code)).toEqual(["corruption", "otra-cosa"]);
  expect(seen?.content.typologies[0]?.printed.es).toBe("Soborno; cohecho");
});

test("a document with characters that no database keeps goes in with all its words", async () => {
  const file = aDocument({ number: "ZZ-8", summary: "uno\0 dos \ud800 tres" });
  expect(await take(file)).toMatchObject({ ok: true, value: { status: "published" } });
  const seen = await findAdvisory(world.db, anonymous, "ZZ-8");
  expect(seen?.content.summary.es).toBe("uno dos \ufffd tres");
});

test("a document without a number gets one from the platform, and the same one the second time", async () => {
  const first = await take(aDocument({ title: "Documento sin número" }));
  const second = await take(aDocument({ title: "Documento sin número" }));
  expect(first).toMatchObject({ ok: true, value: { number: "RIB-2026-0001", status: "published" } });
  expect(second).toMatchObject({ ok: true, value: { number: "RIB-2026-0001", status: "unchanged" } });
});

test("a document with no red flags goes in", async () => {
  expect(await take(aDocument({ number: "ZZ-2", redFlags: [] }))).toMatchObject({
    ok: true,
    value: { redFlags: 0 },
  });
});

test("a document without a date stands last in the list, and says so instead of the day on which it came in", async () => {
  await take(aDocument({ number: "ZZ-6", title: "Aviso zarigüeya fechado", date: "1999" }));
  await take(aDocument({ number: "ZZ-7", title: "Aviso zarigüeya sin fecha" }));
  const found = await search(world.db, anonymous, { q: "zarigüeya", language: "es" });
  expect(found.ok && found.value.items.map(({ number, date }) => [number, date])).toEqual([
    ["ZZ-6", "1999"],
    ["ZZ-7", null],
  ]);
  expect(found.ok && found.value.facets.year.map(({ value: year }) => year)).toEqual(["1999"]);
});

test.each([
  ["no title", { title: "" }, "import.title_missing"],
  ["no language", { language: "fr" }, "import.language_unknown"],
  ["no list of red flags", { redFlags: undefined }, "import.red_flags_missing"],
  ["a red flag without text", { redFlags: [{ n: 1 }] }, "import.red_flag_without_text"],
])("a file with %s is refused by name and changes nothing", async (_, given, reason) => {
  const [before] = await world.owner`select count(*)::int as n from advisories`;
  const outcome = await take(aDocument({ number: "ZZ-bad", ...given }));
  expect(outcome).toMatchObject({
    ok: false,
    reason: "import_does_not_fit",
    facts: { problems: [{ reason }] },
  });
  const [after] = await world.owner`select count(*)::int as n from advisories`;
  expect(after).toEqual(before);
});

test("another document under a taken number is refused", async () => {
  await take(aDocument({ number: "ZZ-3" }));
  expect(await take(aDocument({ number: "zz-3", title: "Otra" }))).toMatchObject({
    ok: false,
    reason: "number_taken",
  });
});

test("publishing an import takes a publisher; an analyst leaves a draft, a bank nothing", async () => {
  const analyst = await aMember(world, { roles: ["analyst"] });
  const file = aDocument({ number: "ZZ-4" });
  expect(await importDocument(world.db, { file, publish: true, by: analyst, at })).toMatchObject({
    ok: false,
  });
  expect(await findAdvisory(world.db, analyst, "ZZ-4")).toBeUndefined();
  expect(await importDocument(world.db, { file, publish: false, by: analyst, at })).toMatchObject({
    ok: true,
    value: { status: "draft" },
  });
  expect(await importDocument(world.db, { file, publish: true, by: anonymous, at })).toMatchObject({
    ok: false,
  });
});
