import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import type { DraftChange } from "~/domain/drafts/draft-change";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { standingOf } from "~/domain/drafts/standing";
import { importDocument } from "~/domain/imports/import-document.server";
import {
  aFlag,
  aKeyTerm,
  aStaff,
  at,
  blockersOf,
  clear,
  clearEdited,
  draftOf,
  missingOf,
  noted,
  publish,
  reasonOf,
  type Staff,
  save,
  set,
  value,
} from "../../support/desk";
import { aMember } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let staff: Staff;
let id: string;
let flag: string;
let made = 0;
beforeAll(async () => {
  staff = await aStaff(world);
});

beforeEach(async () => {
  made += 1;
  const { number } = value(
    await importDocument(world.db, {
      file: {
        title: "Alerta de prueba",
        number: `IMP-${made}`,
        language: "es",
        regulator: "Supervisor de Prueba",
        summary: "Resumen.",
        redFlags: [{ n: 1, text: "Una señal." }],
      },
      publish: false,
      by: staff.analyst,
      at,
    }),
  );
  const [row] = await world.owner<{ id: string; flag: string }[]>`
    select d.id, d.content #>> '{redFlags,0,id}' as flag from drafts d join advisories a on a.id = d.advisory_id where a.number = ${number}`;
  ({ id, flag } = row ?? { id: "", flag: "" });
});

const all = ["legal 0/1", "language-es 0/1", "approval 0/2"];
const edit = (changes: DraftChange[]) => save(world, staff.analyst, id, changes);
const translated: DraftChange[] = [set("title/en", "", "Test alert"), set("summary/en", "", "Summary.")];
const reviewed = (): DraftChange[] => [
  ...translated,
  set(`redFlags/${flag}/text/en`, "", "A signal."),
  set("translation/en", "missing", "human-reviewed"),
];

describe("an imported document", () => {
  test("that is byte for byte what the import made goes out by a publisher alone", async () => {
    expect(await publish(world, staff, id)).toMatchObject({ ok: true, value: { version: 1 } });
  });

  test("still does under another number of the platform", async () => {
    value(await renumberDraft(world.db, { draftId: id, number: `IMP-${made}-B`, by: staff.analyst, at }));
    expect(await publish(world, staff, id)).toMatchObject({ ok: true });
  });

  test.each<[string, () => DraftChange[]]>([
    ["a word of its original", () => [set("summary/es", "Resumen.", "Otro resumen.")]],
    ["a red flag's text", () => [set(`redFlags/${flag}/text/es`, "Una señal.", "Otra señal.")]],
    ["a red flag's label", () => [set(`redFlags/${flag}/tlp`, "CLEAR", "RED")]],
    ["one red flag more", () => [{ kind: "add", list: "redFlags", item: aFlag(2), after: null }]],
    ["one red flag less", () => [{ kind: "remove", path: `redFlags/${flag}` }]],
    [
      "a key term",
      () => [
        {
          kind: "add",
          list: "filing/us/keyTerms",
          item: aKeyTerm("X", null, false),
          after: null,
        },
      ],
    ],
    ["its own language's state", () => [set("translation/es", "original", "certified")]],
    [
      "a translation passed off as original",
      () => [...translated, set("translation/en", "missing", "original")],
    ],
  ])("needs the clearances of one of our own once somebody changed %s", async (_, changes) => {
    value(await edit(changes()));
    expect((await draftOf(world, staff.analyst, id)).editedHere).toBe(true);
    const missing = await missingOf(world, staff, id);
    for (const one of ["legal 0/1", "approval 0/2", "language-es 0/1"]) expect(missing).toContain(one);
  });

  test("goes out once all of them are given, none by who edited it", async () => {
    const lawyer = await aMember(world, { organisation: staff.authority, roles: ["analyst", "legal"] });
    value(await save(world, lawyer, id, [set("summary/es", "Resumen.", "Otro resumen.")]));
    expect(reasonOf(await clear(world, lawyer, id, "legal"))).toBe("author_may_not_clear");
    value(await clear(world, staff.legal, id, "legal"));
    value(await clear(world, staff.es, id, "language-es"));
    value(await clear(world, staff.approver, id, "approval"));
    expect(await missingOf(world, staff, id)).toEqual(["approval 1/2"]);
    value(await clear(world, staff.approver2, id, "approval"));
    expect(await publish(world, staff, id)).toMatchObject({ ok: true });
  });

  test("that is put back to the last byte was not edited", async () => {
    value(await edit([set("summary/es", "Resumen.", "Otro.")]));
    expect(await missingOf(world, staff, id)).toEqual(all);
    value(await edit([set("summary/es", "Otro.", "Resumen.")]));
    expect(await publish(world, staff, id)).toMatchObject({ ok: true });
  });

  test("stays edited in its next versions", async () => {
    value(await edit([set("summary/es", "Resumen.", "Otro resumen.")]));
    await clearEdited(world, staff, id, "es");
    const { number } = value(await publish(world, staff, id));
    const next = value(await amendAdvisory(world.db, { number, by: staff.analyst, at }));
    value(await save(world, staff.analyst, next.id, noted));
    expect(await missingOf(world, staff, next.id)).toEqual(all);
  });
});

describe("its translation", () => {
  test.each(["human-reviewed", "certified"])(
    "that is said to be %s needs a reader of its language",
    async (state) => {
      value(await edit([...reviewed().slice(0, -1), set("translation/en", "missing", state)]));
      expect(await missingOf(world, staff, id)).toEqual(["language-en 0/1"]);
      value(await clear(world, staff.en, id, "language-en"));
      expect(await publish(world, staff, id)).toMatchObject({ ok: true });
    },
  );

  test("is not cleared by who wrote it", async () => {
    value(await save(world, staff.en, id, reviewed()));
    expect(reasonOf(await clear(world, staff.en, id, "language-en"))).toBe("author_may_not_clear");
  });

  test("that says of itself that it is a machine's draft needs none: its state is in plain sight", async () => {
    value(await edit([...translated, set("translation/en", "missing", "machine-draft")]));
    expect(await publish(world, staff, id)).toMatchObject({ ok: true });
  });

  test("does not pass for missing", async () => {
    value(await edit(translated));
    expect(await blockersOf(world, staff, id)).toContain("not_cleared");
    expect(await missingOf(world, staff, id)).toEqual(["language-en 0/1"]);
  });
});

test("the desk says which of the two it is", async () => {
  const names = { people: {}, authorities: {} };
  const said = async () => standingOf(await draftOf(world, staff.legal, id), [], names, staff.legal);
  expect(await said()).toMatchObject({ imported: "asPrinted", requirements: [], mine: [] });
  value(await edit([set("summary/es", "Resumen.", "Otro resumen.")]));
  expect(await said()).toMatchObject({ imported: "edited", mine: [{ kind: "legal", obstacle: null }] });
});
