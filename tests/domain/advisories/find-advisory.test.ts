import { beforeAll, describe, expect, test } from "vitest";
import { findAdvisory, findRedFlagHistory } from "~/domain/advisories/advisories.server";
import { contentHash } from "~/domain/advisories/content-hash.server";
import { supersedeAdvisory } from "~/domain/advisories/supersede-advisory.server";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { search } from "~/domain/search/search.server";
import { findTypology, listTypologies } from "~/domain/typologies/typologies.server";
import {
  aFiling,
  aFlag,
  aGroup,
  aKeyTerm,
  aNextVersion,
  anIssued,
  aSection,
  aStaff,
  at,
  clearEdited,
  noted,
  publish,
  reasonOf,
  type Staff,
  save,
  set,
  text,
  value,
} from "../../support/desk";
import { anOfficer, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let lead: Staff;
let bank: Member;
let stranger: Member;
let number: string;
beforeAll(async () => {
  lead = await aStaff(world);
  bank = await anOfficer(world);
  stranger = await anOfficer(world, await anOrganisation(world, { kind: "institution", jurisdiction: "US" }));

  const open = aGroup("Cliente", "Customer");
  const annex = aGroup("Anexo ocelote", "Ocelot annex");
  const flag = (n: number, given: object) => ({
    ...aFlag(n, { ...given }),
    combinesWith: [1, 2, 3].filter((one) => one !== n).map((one) => `${staffNumber(lead)}#RF-0${one}`),
  });
  const issued = await anIssued(world, lead, {
    audience: { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] },
    groups: [open, annex],
    redFlags: [
      flag(1, { group: open.id }),
      flag(2, { group: annex.id, tlp: "AMBER", text: text("Señal ocelote.", "Ocelot signal.") }),
      flag(3, {
        state: "merged-into",
        mergedInto: `${staffNumber(lead)}#RF-02`,
        changeNote: text("Va con otra.", "Goes with another."),
      }),
    ],
    sections: [aSection(), aSection({ tlp: "AMBER", heading: text("Ocelote", "Ocelot") })],
    filing: aFiling([aKeyTerm("PUBLIC-2026"), aKeyTerm("OCELOT-2026", annex.id)]),
    typologies: [{ code: "ocelote", printed: text("Tipología", "Typology") }],
  });
  number = issued.number;
});

const staffNumber = ({ authority }: Staff) => `${authority.shortName}-2026-AD001`;
async function seenBy(viewer: Viewer, which = number) {
  const found = await findAdvisory(world.db, viewer, which);
  if (!found) throw new Error("unseen");
  return found;
}

describe("who may not see a part is told nothing of it", () => {
  test.each(["anonymous", "stranger"] as const)(
    "%s: no group, key term, reference, section, audience or count",
    async (name) => {
      const view = await seenBy({ anonymous, stranger }[name]);
      expect(JSON.stringify(view)).not.toMatch(/ocelot[^e]|ocelote[^"]|RF-02|AMBER/i);
      expect(view.content.groups.map(({ name }) => name.en)).toEqual(["Customer"]);
      expect(
        view.content.redFlags.map(({ n, combinesWith, mergedInto }) => [n, combinesWith, mergedInto]),
      ).toEqual([
        [1, [`${number}#RF-03`], null],
        [3, [`${number}#RF-01`], null],
      ]);
      expect(view.content.sections).toHaveLength(1);
      expect(view.content.filing.us.keyTerms.map(({ printed }) => printed)).toEqual(["PUBLIC-2026"]);
      expect(view.content.audience).toEqual({
        jurisdictions: [],
        sectors: [],
        organisations: [],
        members: [],
      });
      expect(view.contentHash).toBe(contentHash(view.content));
    },
  );

  test("who may see it sees all of it, but not who else may", async () => {
    const view = await seenBy(bank);
    expect(view.content.groups).toHaveLength(2);
    expect(view.content.redFlags.map(({ combinesWith }) => combinesWith.length)).toEqual([2, 2, 2]);
    expect(view.content.redFlags[2]?.mergedInto).toBe(`${number}#RF-02`);
    expect(view.content.audience.jurisdictions).toEqual([]);
    expect((await seenBy(lead.legal)).content.audience.jurisdictions).toEqual(["MX"]);
    expect(view.contentHash).not.toBe((await seenBy(anonymous)).contentHash);
  });

  test("a red flag's own history and the typology's page name no unseen flag either", async () => {
    for (const viewer of [anonymous, stranger]) {
      const history = await findRedFlagHistory(world.db, viewer, number, 1);
      expect(history?.printings).toHaveLength(1);
      expect(JSON.stringify(history)).not.toContain("RF-02");
      expect(await findRedFlagHistory(world.db, viewer, number, 2)).toBeUndefined();
      const page = await findTypology(world.db, viewer, "ocelote");
      expect(page?.redFlags).toHaveLength(2);
      expect(JSON.stringify(page)).not.toContain("RF-02");
    }
    expect(JSON.stringify(await findTypology(world.db, bank, "ocelote"))).toContain("RF-02");
  });

  test("nor does search find it by its words, its group or its key term", async () => {
    for (const q of ["ocelote signal", "Anexo ocelote", "OCELOT-2026", `${number}#RF-02`]) {
      const found = await search(world.db, anonymous, { q, language: "es" });
      const passages = found.ok ? found.value.items.flatMap((item) => item.passages) : [];
      expect(JSON.stringify(passages), q).not.toMatch(/ocelot/i);
    }
    const byTerm = await search(world.db, anonymous, { q: "OCELOT-2026", language: "es" });
    expect(byTerm.ok && byTerm.value.total).toBe(0);
    const opened = await search(world.db, bank, { q: "OCELOT-2026", language: "es" });
    expect(opened.ok && opened.value.total).toBe(1);
  });
});

test("a group that a printed document left empty is shown; one whose flags are unseen is not, in the same document", async () => {
  const file = {
    title: "Documento con grupos",
    language: "es",
    regulator: "Supervisor",
    number: "GR-1",
    groupsInSource: ["Cliente", "Vacío", "Reservado"],
    redFlags: [
      { n: 1, text: "Una señal.", group: "Cliente" },
      { n: 2, text: "Otra señal.", group: "Reservado" },
    ],
  };
  value(await importDocument(world.db, { file, publish: true, by: lead.publisher, at }));
  const names = (view: Awaited<ReturnType<typeof seenBy>>) => view.content.groups.map(({ name }) => name.es);
  const printed = await seenBy(anonymous, "GR-1");
  expect(names(printed)).toEqual(["Cliente", "Vacío", "Reservado"]);
  const { id } = value(await amendAdvisory(world.db, { number: "GR-1", by: lead.analyst, at }));
  const restricted = `redFlags/${printed.content.redFlags[1]?.id}/tlp`;
  value(await save(world, lead.analyst, id, [...noted, set(restricted, "CLEAR", "AMBER")]));
  await clearEdited(world, lead, id, "es");
  value(await publish(world, lead, id));
  expect(names(await seenBy(anonymous, "GR-1"))).toEqual(["Cliente"]);
  expect(names(await seenBy(lead.analyst, "GR-1"))).toEqual(["Cliente", "Vacío", "Reservado"]);
});

test("a restricted advisory adds nothing to the catalogue: no entry, no count, no page", async () => {
  await anIssued(world, lead, {
    tlp: "AMBER",
    typologies: [
      { code: "ocelote", printed: text("Tipología", "Typology") },
      { code: "jaguar", printed: text("Jaguar", "Jaguar") },
    ],
  });
  for (const viewer of [anonymous, stranger, bank]) {
    const catalogue = await listTypologies(world.db, viewer);
    expect(catalogue.map(({ code, advisories }) => [code, advisories])).toEqual([["ocelote", 1]]);
    expect(await findTypology(world.db, viewer, "jaguar")).toBeUndefined();
    expect((await findTypology(world.db, viewer, "ocelote"))?.advisories).toHaveLength(1);
  }
  const own = await listTypologies(world.db, lead.analyst);
  expect(own.map(({ advisories }) => advisories)).toEqual([2]);
});

test("an unseen advisory is not found by number, alias, version or red flag", async () => {
  const { number: hidden } = await anIssued(world, lead, {
    tlp: "RED",
    aliases: ["SECRETO-1"],
    redFlags: [aFlag(1)],
  });
  for (const viewer of [anonymous, bank, stranger]) {
    expect(await findAdvisory(world.db, viewer, hidden)).toBeUndefined();
    expect(await findAdvisory(world.db, viewer, "secreto-1")).toBeUndefined();
    expect(await findAdvisory(world.db, viewer, hidden, 1)).toBeUndefined();
    expect(await findRedFlagHistory(world.db, viewer, hidden, 1)).toBeUndefined();
  }
  expect(await findAdvisory(world.db, lead.legal, "secreto-1")).toMatchObject({ number: hidden });
});

describe("versions", () => {
  test("each stays as it was issued, and a red flag keeps its id through all of them", async () => {
    const flags = [aFlag(1), aFlag(2)];
    const first = await anIssued(world, lead, { redFlags: flags });
    await aNextVersion(world, lead, first.number, [
      set(`redFlags/${flags[0]?.id}/text/es`, "Una señal que se repite.", "Una señal que se repite mucho."),
      set(`redFlags/${flags[0]?.id}/text/en`, "A signal that repeats.", "A signal that repeats a lot."),
      { kind: "move", path: `redFlags/${flags[0]?.id}`, after: flags[1]?.id ?? null },
    ]);
    const before = await findAdvisory(world.db, anonymous, first.number, 1);
    const after = await seenBy(anonymous, first.number);
    expect(before?.content.redFlags.map(({ n, text }) => [n, text.es])).toEqual([
      [1, "Una señal que se repite."],
      [2, "Una señal que se repite."],
    ]);
    expect(after.content.redFlags.map(({ n, text }) => [n, text.es])).toEqual([
      [2, "Una señal que se repite."],
      [1, "Una señal que se repite mucho."],
    ]);
    expect(after.versions.map(({ n }) => n)).toEqual([2, 1]);
    const ids =
      await world.owner`select id, public_id from indicators i where advisory_id = ${first.advisoryId} order by n`;
    expect(ids.map(({ id, public_id }) => [id, public_id])).toEqual(
      flags.map(({ id, n }) => [id, `${first.number}#RF-0${n}`]),
    );
  });

  test("one that was narrowed is closed from then on to those whom it no longer names", async () => {
    const audience = { jurisdictions: [], sectors: [], organisations: [], members: [] };
    const { number: narrowed } = await anIssued(world, lead);
    await aNextVersion(world, lead, narrowed, [
      set("tlp", "CLEAR", "AMBER"),
      set("audience", audience, { ...audience, jurisdictions: ["MX"] }),
    ]);
    expect(await findAdvisory(world.db, anonymous, narrowed)).toBeUndefined();
    expect(await findAdvisory(world.db, anonymous, narrowed, 1)).toBeUndefined();
    expect(await seenBy(bank, narrowed)).toMatchObject({ version: 2 });
    const found = await search(world.db, anonymous, { q: narrowed, language: "es" });
    expect(found.ok && found.value.items.filter((item) => item.number === narrowed)).toEqual([]);
  });
});

describe("out of force", () => {
  const reason = text("Era inexacto.", "It was inaccurate.");
  const withdraw = (which: string, given: object = {}) =>
    withdrawAdvisory(world.db, { number: which, reason, by: lead.publisher, at, ...given });
  const supersede = (which: string, replacement: string, by: Member = lead.publisher) =>
    supersedeAdvisory(world.db, { number: which, replacement, by, at });

  test("takes a publisher of the lead and the reason in both languages", async () => {
    const { number: one } = await anIssued(world, lead);
    expect(reasonOf(await withdraw(one, { reason: text("", "x") }))).toBe("reason_missing_es");
    expect(reasonOf(await withdraw(one, { reason: text("x", " ") }))).toBe("reason_missing_en");
    expect(reasonOf(await withdraw(one, { by: lead.analyst }))).toBe("not_allowed");
    expect(reasonOf(await withdraw(one, { by: (await aStaff(world)).publisher }))).toBe("not_allowed");
    expect(reasonOf(await withdraw(one, { by: anonymous }))).toBe("not_allowed");
    expect(reasonOf(await withdraw("NADA-1"))).toBe("not_found");
    value(await withdraw(one));
    expect(await seenBy(anonymous, one)).toMatchObject({
      status: "withdrawn",
      withdrawal: { reason },
      content: { title: text("Aviso de prueba", "Test advisory") },
    });
    expect(reasonOf(await withdraw(one))).toBe("already_withdrawn");
    expect(reasonOf(await amendAdvisory(world.db, { number: one, by: lead.analyst, at }))).toBe(
      "not_in_force",
    );
    expect(reasonOf(await supersede(one, number))).toBe("already_withdrawn");
  });

  test("names a replacement that is another one, in force, and open to every reader of the first", async () => {
    const { number: one } = await anIssued(world, lead);
    const { number: hidden } = await anIssued(world, lead, { tlp: "AMBER" });
    const { number: gone } = await anIssued(world, lead);
    value(await withdraw(gone));
    expect(reasonOf(await supersede(one, ""))).toBe("replacement_missing");
    expect(reasonOf(await supersede(one, "NADA-1"))).toBe("replacement_unknown");
    expect(reasonOf(await supersede(one, one.toLowerCase()))).toBe("replacement_is_itself");
    expect(reasonOf(await supersede(one, gone))).toBe("replacement_not_in_force");
    expect(reasonOf(await supersede(one, hidden))).toBe("reference_reveals");
    expect(reasonOf(await withdraw(one, { replacement: hidden }))).toBe("reference_reveals");
    expect(reasonOf(await supersede(one, number, lead.analyst))).toBe("not_allowed");
    value(await supersede(one, number));
    expect(await seenBy(anonymous, one)).toMatchObject({
      status: "superseded",
      replacedBy: number,
      linkable: [number],
    });
    expect(reasonOf(await supersede(one, number))).toBe("already_superseded");
    expect(reasonOf(await amendAdvisory(world.db, { number: one, by: lead.analyst, at }))).toBe(
      "not_in_force",
    );
    value(await withdraw(one));
    expect(await seenBy(anonymous, one)).toMatchObject({ status: "withdrawn", replacedBy: number });
  });

  test("happens once when two ask at the same instant", async () => {
    const { number: one } = await anIssued(world, lead);
    const outcomes = await Promise.all([withdraw(one), withdraw(one), withdraw(one)]);
    expect(outcomes.map(reasonOf).sort()).toEqual(["already_withdrawn", "already_withdrawn", "done"]);
  });
});
