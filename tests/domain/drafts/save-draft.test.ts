import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { attachFile } from "~/domain/drafts/attach-file.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { reuseRedFlag } from "~/domain/drafts/reuse-red-flag.server";
import { anonymous } from "~/domain/members/viewer";
import { connect } from "~db/client.server";
import { useFiles } from "~db/files.server";
import {
  aDraft,
  aFlag,
  aNextVersion,
  anIssued,
  aStaff,
  at,
  draftOf,
  reasonOf,
  type Staff,
  save,
  set,
  text,
  value,
} from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let lead: Staff;
let partner: Staff;
let folder: string;
beforeAll(async () => {
  lead = await aStaff(world);
  partner = await aStaff(world);
  folder = await mkdtemp(join(tmpdir(), "ribera-rules-"));
  await useFiles(folder);
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe("two people on one draft lose no words", () => {
  test("in different places at the same instant: both stand, one revision each", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    const [a, b] = await Promise.all([
      save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", "Aviso mayor")]),
      save(world, partner.analyst, id, [set("summary/en", "A summary.", "A longer summary.")]),
    ]);
    expect([value(a).conflicts, value(b).conflicts]).toEqual([[], []]);
    const draft = await draftOf(world, lead.analyst, id);
    expect(draft.revision).toBe(3);
    expect(draft.content).toMatchObject({
      title: { es: "Aviso mayor" },
      summary: { en: "A longer summary." },
    });
  });

  test("in the same words at the same instant: one stands, the other comes back whole with both texts", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    const other = connect(world.webUrl, { max: 1 });
    const words = ["Aviso uno", "Aviso dos"];
    const outcomes = await Promise.all([
      save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", words[0])]),
      save({ ...world, db: other.db }, partner.analyst, id, [set("title/es", "Aviso de prueba", words[1])]),
    ]);
    await other.close();
    const conflicts = outcomes.flatMap((one) => value(one).conflicts);
    expect(conflicts).toHaveLength(1);
    const [conflict] = conflicts;
    expect([conflict?.mine, conflict?.theirs].sort()).toEqual([...words].sort());
    expect((await draftOf(world, lead.analyst, id)).content.title.es).toBe(conflict?.theirs);
  });

  test("saving what is there already is no edit and makes no author", async () => {
    const { id } = await aDraft(world, lead);
    value(await save(world, lead.publisher, id, [set("title/es", "Aviso de prueba", "Aviso de prueba")]));
    const draft = await draftOf(world, lead.analyst, id);
    expect(draft).toMatchObject({ revision: 1, authors: [lead.analyst.memberId] });
  });
});

describe("a draft is closed to", () => {
  test("another authority, an institution and the public, as if it were not there", async () => {
    const { id } = await aDraft(world, lead);
    const bank = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "institution" }),
      roles: ["analyst"],
    });
    const edit = [set("title/es", "Aviso de prueba", "Otro")];
    expect(reasonOf(await save(world, partner.analyst, id, edit))).toBe("not_found");
    expect(reasonOf(await save(world, bank, id, edit))).toBe("not_found");
    const remark = { draftId: id, path: "", body: "Hola", at };
    expect(reasonOf(await commentOnDraft(world.db, { ...remark, by: partner.legal }))).toBe("not_found");
    expect(reasonOf(await commentOnDraft(world.db, { ...remark, by: anonymous }))).toBe("not_found");
    expect(reasonOf(await openDraft(world.db, { type: "advisory", by: bank, at }))).toBe("not_allowed");
    expect(reasonOf(await openDraft(world.db, { type: "advisory", by: anonymous, at }))).toBe("not_allowed");
  });
});

describe("red flags keep their ids", () => {
  const add = (item: object) => ({ kind: "add" as const, list: "redFlags", item, after: null });

  test("the ordinal is the platform's to give, and is never given twice", async () => {
    const { id } = await aDraft(world, lead, { redFlags: [aFlag(1)] });
    const first = aFlag(99);
    value(await save(world, lead.analyst, id, [add(first)]));
    value(await save(world, lead.analyst, id, [{ kind: "remove", path: `redFlags/${first.id}` }]));
    const { content } = value(await save(world, lead.analyst, id, [add(aFlag(2)), add(aFlag(2))]));
    expect(content.redFlags.map(({ n }) => n).sort()).toEqual([1, 3, 4]);
  });

  test("many people adding at once get ordinals of their own", async () => {
    const { id } = await aDraft(world, lead);
    await Promise.all(Array.from({ length: 8 }, () => save(world, lead.analyst, id, [add(aFlag(1))])));
    const { content } = await draftOf(world, lead.analyst, id);
    expect(content.redFlags.map(({ n }) => n).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("the id of another's red flag is refused, however it is spelt", async () => {
    const flag = aFlag(1);
    await anIssued(world, lead, { redFlags: [flag] });
    const { id } = await aDraft(world, partner);
    const taken = value(await save(world, partner.analyst, id, [add(aFlag(1, { id: flag.id }))]));
    expect(taken.refusals).toEqual([{ path: `redFlags/${flag.id}`, reason: "red_flag_id_taken" }]);
    const spelt = value(
      await save(world, partner.analyst, id, [add(aFlag(1, { id: flag.id.toUpperCase() }))]),
    );
    expect(spelt.refusals).toHaveLength(1);
    expect(spelt.content.redFlags).toEqual([]);
  });

  test("id, ordinal and home of one's own cannot be set either", async () => {
    const flag = aFlag(1);
    const { id } = await aDraft(world, lead, { redFlags: [flag] });
    const saved = value(
      await save(world, lead.analyst, id, [
        set(`redFlags/${flag.id}/n`, 1, 7),
        set(`redFlags/${flag.id}/id`, flag.id, randomUUID()),
        set(`redFlags/${flag.id}/home`, null, "FIN-2026-A001"),
      ]),
    );
    expect(saved.refusals).toHaveLength(3);
    expect(saved.content.redFlags).toEqual([flag]);
  });

  test("a borrowed red flag says what its home says: only its place and label are ours", async () => {
    const { number } = await anIssued(world, lead, { redFlags: [aFlag(1)] });
    const { id } = await aDraft(world, partner);
    const { content } = value(
      await reuseRedFlag(world.db, { draftId: id, publicId: `${number}#RF-01`, by: partner.analyst, at }),
    );
    const [flag] = content.redFlags;
    const path = `redFlags/${flag?.id}`;
    const saved = value(
      await save(world, partner.analyst, id, [
        set(`${path}/text/es`, flag?.text.es, "Otra cosa."),
        set(`${path}/state`, "active", "withdrawn"),
        {
          kind: "add",
          list: `${path}/footnotes`,
          item: { id: randomUUID(), text: text("Nota", "Note") },
          after: null,
        },
        set(`${path}/tlp`, "CLEAR", "AMBER"),
      ]),
    );
    expect(saved.refusals.map(({ reason }) => reason)).toEqual(Array(3).fill("borrowed_red_flag"));
    expect(saved.content.redFlags[0]).toEqual({ ...flag, tlp: "AMBER" });

    const swapped = await save(world, partner.analyst, id, [
      { kind: "remove", path },
      add({ ...flag, home: null }),
    ]);
    expect(value(swapped).refusals).toContainEqual({ path, reason: "red_flag_id_taken" });
  });

  test("a withdrawn red flag is not borrowed, and none twice", async () => {
    const flags = [aFlag(1), aFlag(2)];
    const { number } = await anIssued(world, lead, { redFlags: flags });
    await aNextVersion(world, lead, number, [
      set(`redFlags/${flags[0]?.id}/state`, "active", "withdrawn"),
      set(`redFlags/${flags[0]?.id}/changeNote/es`, "", "Ya no."),
      set(`redFlags/${flags[0]?.id}/changeNote/en`, "", "No more."),
    ]);
    const { id } = await aDraft(world, partner);
    const reuse = (n: string) =>
      reuseRedFlag(world.db, { draftId: id, publicId: `${number}#${n}`, by: partner.analyst, at });
    expect(reasonOf(await reuse("RF-01"))).toBe("red_flag_not_in_force");
    expect(reasonOf(await reuse("RF-02"))).toBe("done");
    expect(reasonOf(await reuse("RF-02"))).toBe("red_flag_already_here");
    expect(reasonOf(await reuse("RF-77"))).toBe("red_flag_unknown");
  });
});

describe("numbers", () => {
  test("many drafts at once get numbers of their own, without a hole", async () => {
    const staff = await aStaff(world);
    const pools = [connect(world.webUrl, { max: 3 }), connect(world.webUrl, { max: 3 })];
    const opened = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        openDraft(pools[i % 2]?.db ?? world.db, { type: "advisory", by: staff.analyst, at }),
      ),
    );
    await Promise.all(pools.map((pool) => pool.close()));
    const given = opened.map((one) => value(one).number.slice(-3)).sort();
    expect(given).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(3, "0")));
  });

  test("one that is taken is refused, in any case, even if the taker may not be seen", async () => {
    const hidden = await aStaff(world, await anOrganisation(world, { numberPatterns: {} }));
    const open = (staff: Staff, number: string) =>
      openDraft(world.db, { type: "advisory", number, by: staff.analyst, at });
    const elsewhere = await aStaff(world, await anOrganisation(world, { numberPatterns: {} }));
    value(await open(hidden, "X-2026-01"));
    expect(reasonOf(await open(elsewhere, "x-2026-01"))).toBe("number_taken");
    const { id } = value(await open(elsewhere, "X-2026-02"));
    const renumber = (number: string) =>
      renumberDraft(world.db, { draftId: id, number, by: elsewhere.analyst, at });
    expect(reasonOf(await renumber("X-2026-01"))).toBe("number_taken");
    expect(reasonOf(await open(elsewhere, ""))).toBe("number_missing");
    for (const odd of [" X-2026-03", "X\n3", "X".repeat(61), "../../etc", "X\0Y"]) {
      expect(reasonOf(await open(elsewhere, odd))).toBe("number_malformed");
      expect(reasonOf(await renumber(odd))).toBe("number_malformed");
    }
  });

  test("one off the authority's series is refused, and a published one is lasting", async () => {
    const off = await openDraft(world.db, { type: "advisory", number: "OTRO-1", by: lead.analyst, at });
    expect(reasonOf(off)).toBe("number_off_pattern");
    const { id, number } = await aDraft(world, lead);
    const renumber = (draftId: string, to: string) =>
      renumberDraft(world.db, { draftId, number: to, by: lead.analyst, at });
    expect(reasonOf(await renumber(id, "OTRO-1"))).toBe("number_off_pattern");
    const issued = await anIssued(world, lead);
    expect(reasonOf(await renumber(id, issued.number))).toBe("number_taken");
    const next = value(await amendAdvisory(world.db, { number: issued.number, by: lead.analyst, at }));
    expect(reasonOf(await renumber(next.id, number.replace(/\d{3}$/, "888")))).toBe("number_is_lasting");
  });
});

describe("what does not fit is refused by name, and the rest is saved", () => {
  test("an unknown TLP, a text of 5 MB, an unknown place", async () => {
    const { id } = await aDraft(world, lead);
    const saved = value(
      await save(world, lead.analyst, id, [
        set("tlp", "CLEAR", "PURPLE"),
        set("summary/es", "Un resumen.", "a".repeat(5_000_000)),
        set("nowhere/es", "", "x"),
        set("constructor/prototype", undefined, "x"),
        set("title/es", "Aviso de prueba", "Otro título"),
      ]),
    );
    expect(saved.refusals.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      "tlp errors.unknown_tlp",
      "summary/es errors.too_long",
      "nowhere/es errors.unknown_place",
      "constructor/prototype errors.unknown_place",
    ]);
    expect(saved.content).toMatchObject({
      tlp: "CLEAR",
      summary: { es: "Un resumen." },
      title: { es: "Otro título" },
    });
  });

  test("HTML and script are kept as the words that they are", async () => {
    const words = "<script>alert(1)</script> & <b>x</b>";
    const { id } = await aDraft(world, lead);
    value(await save(world, lead.analyst, id, [set("summary/es", "Un resumen.", words)]));
    expect((await draftOf(world, lead.analyst, id)).content.summary.es).toBe(words);
  });

  test("characters that no database keeps cost nothing else of what was typed", async () => {
    const { id } = await aDraft(world, lead);
    const saved = value(
      await save(world, lead.analyst, id, [set("summary/es", "Un resumen.", "uno\0 dos \ud800 tres")]),
    );
    expect(saved.content.summary.es).toBe("uno dos \ufffd tres");
    expect(
      reasonOf(
        await commentOnDraft(world.db, { draftId: id, path: "", body: "uno\0 dos", by: lead.analyst, at }),
      ),
    ).toBe("done");
  });

  test("an issuer that is no authority, a second lead, another lead", async () => {
    const bank = await anOrganisation(world, { kind: "institution" });
    const { id } = await aDraft(world, lead);
    const { content } = await draftOf(world, lead.analyst, id);
    const with_ = async (issuers: unknown) => {
      const saved = value(await save(world, lead.analyst, id, [set("issuers", content.issuers, issuers)]));
      expect(saved.content.issuers).toEqual(content.issuers);
      return saved.refusals.map(({ reason }) => reason);
    };
    const { authority } = partner;
    const theirs = { organisationId: authority.id, shortName: authority.shortName };
    expect(
      await with_([...content.issuers, { organisationId: bank.id, shortName: "B", role: "joint" }]),
    ).toEqual(["not_an_authority"]);
    expect(await with_([...content.issuers, { ...theirs, role: "lead" }])).toEqual(["one_lead"]);
    expect(await with_([{ ...theirs, role: "lead" }])).toEqual(["lead_is_fixed"]);
    expect(
      await with_([...content.issuers, { ...theirs, role: "joint" }, { ...theirs, role: "joint" }]),
    ).toEqual(["issuer_twice"]);
    expect(await with_([])).not.toEqual([]);
  });

  test("what an upload or an import decides", async () => {
    const { id } = await aDraft(world, lead);
    const saved = value(
      await save(world, lead.analyst, id, [
        { kind: "add", list: "attachments", item: { id: randomUUID(), name: "x.pdf" }, after: null },
        set("source", null, { name: "x" }),
        set("type", "advisory", "alert"),
      ]),
    );
    expect(saved.refusals.map(({ reason }) => reason)).toEqual([
      "upload_instead",
      "not_yours_to_set",
      "errors.not_settable",
    ]);
  });
});

describe("a file", () => {
  const pdf = new TextEncoder().encode("%PDF-1.7\n%âãÏÓ\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF");
  const attach = (
    draftId: string,
    id: string,
    given: { name?: string; bytes?: Uint8Array } = {},
    by = lead.analyst,
  ) => attachFile(world.db, { draftId, id, name: "anexo.pdf", bytes: pdf, tlp: "CLEAR", by, at, ...given });

  test("sent twice at once is one attachment; taken out, it can be put back; its id serves no other", async () => {
    const { id } = await aDraft(world, lead);
    const upload = randomUUID();
    const both = await Promise.all([attach(id, upload), attach(id, upload)]);
    expect(both.map(reasonOf)).toEqual(["done", "done"]);
    const { content, revision } = await draftOf(world, lead.analyst, id);
    expect([content.attachments.length, revision]).toEqual([1, 2]);

    value(await save(world, lead.analyst, id, [{ kind: "remove", path: `attachments/${upload}` }]));
    expect(reasonOf(await attach(id, upload))).toBe("done");
    value(await save(world, lead.analyst, id, [{ kind: "remove", path: `attachments/${upload}` }]));
    expect(
      reasonOf(await attach(id, upload, { name: "a.txt", bytes: new TextEncoder().encode("otro") })),
    ).toBe("file_id_taken");
    const elsewhere = await aDraft(world, partner);
    expect(reasonOf(await attach(elsewhere.id, upload, {}, partner.analyst))).toBe("file_id_taken");
  });

  test.each([
    ["that says it is a picture and is a document", { name: "foto.png" }, "file_kind_false"],
    [
      "that says it is text and is a document",
      { name: "notas.txt", bytes: new Uint8Array([0, 1, 2]) },
      "file_kind_false",
    ],
    ["of a kind that runs", { name: "anexo.pdf.exe" }, "file_kind_unknown"],
    ["of a page with scripts", { name: "anexo.html" }, "file_kind_unknown"],
    ["that is empty", { bytes: new Uint8Array() }, "file_empty"],
    ["past the limit", { bytes: new Uint8Array(10 * 1024 * 1024 + 1) }, "file_too_large"],
  ])("%s is refused", async (_, given, reason) => {
    const { id } = await aDraft(world, lead);
    expect(reasonOf(await attach(id, randomUUID(), given))).toBe(reason);
    expect((await draftOf(world, lead.analyst, id)).content.attachments).toEqual([]);
  });

  test("is named without what could lead elsewhere", async () => {
    const { id } = await aDraft(world, lead);
    const { attachment } = value(await attach(id, randomUUID(), { name: "../../etc/\u202Efdp.exe\0.pdf" }));
    expect(attachment.name).toBe(".._.._etc__fdp.exe_.pdf");
  });

  test("is attached by those who may edit", async () => {
    const { id } = await aDraft(world, lead);
    expect(reasonOf(await attach(id, randomUUID(), {}, partner.analyst))).toBe("not_found");
    expect(reasonOf(await attach(id, randomUUID(), {}, lead.administrator))).toBe("not_allowed");
  });
});

test("an advisory that opened to nobody says nothing to anyone but its issuers", async () => {
  const { number } = await anIssued(world, lead, { tlp: "GREEN" });
  const bank = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["analyst"],
  });
  for (const viewer of [anonymous, bank, partner.analyst]) {
    expect(await findAdvisory(world.db, viewer, number)).toBeUndefined();
  }
  expect(await findAdvisory(world.db, lead.approver, number)).toBeDefined();
});
