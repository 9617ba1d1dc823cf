import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { emptyContent } from "~/domain/advisories/advisory";
import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import { withdrawAdvisory } from "~/domain/advisories/withdraw-advisory.server";
import { amendAdvisory } from "~/domain/drafts/amend-advisory.server";
import { commentOnDraft } from "~/domain/drafts/comment-on-draft.server";
import { findDesk } from "~/domain/drafts/desk.server";
import { openDraft } from "~/domain/drafts/open-draft.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { resolveComment } from "~/domain/drafts/resolve-comment.server";
import { reuseRedFlag } from "~/domain/drafts/reuse-red-flag.server";
import { importDocument } from "~/domain/imports/import-document.server";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, connect } from "~db/client.server";
import {
  aContent,
  aDraft,
  aFlag,
  aNextVersion,
  anIssued,
  aSection,
  aStaff,
  at,
  blockersOf,
  clear,
  clearAll,
  draftOf,
  hashOf,
  later,
  noted,
  publish,
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
beforeAll(async () => {
  lead = await aStaff(world);
  partner = await aStaff(world);
});

const everything = async () => {
  const [row] = await world.owner<Record<string, string>[]>`
    select (select count(*) from advisory_versions) as versions, (select count(*) from version_sections) as sections,
           (select count(*) from version_red_flags) as flags, (select count(*) from indicators) as indicators,
           (select count(*) from advisory_numbers) as numbers, (select count(*) from audit_events) as events,
           (select count(*) from search_documents) as found, (select count(*) from search_parts) as passages,
           (select count(*) from typologies) as typologies, (select count(*) from advisories where status <> 'draft') as issued,
           (select count(*) from drafts where published_at is null) as open`;
  return row;
};

describe("publishing is refused", () => {
  test("to all but a publisher of the lead", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    await clearAll(world, lead, id, [partner]);
    const bank = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "institution" }),
      roles: ["publisher"],
    });
    const by = async (member: typeof bank) =>
      reasonOf(await publishAdvisory(world.db, { draftId: id, by: member, at }));
    expect(await by(lead.analyst)).toBe("not_allowed");
    expect(await by(lead.approver)).toBe("not_allowed");
    expect(await by(lead.administrator)).toBe("not_allowed");
    expect(await by(partner.publisher)).toBe("not_allowed");
    expect(await by(bank)).toBe("not_found");
    expect(reasonOf(await publishAdvisory(world.db, { draftId: id, by: anonymous, at }))).toBe("not_found");
    expect(await by(lead.publisher)).toBe("done");
    expect(await by(lead.publisher)).toBe("already_published");
  });

  test("when the publisher has read other content", async () => {
    const { id } = await aDraft(world, lead);
    const read = await hashOf(world, id);
    value(await save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", "Otro")]));
    await clearAll(world, lead, id);
    const outcome = await publishAdvisory(world.db, {
      draftId: id,
      contentHash: read,
      by: lead.publisher,
      at,
    });
    expect(reasonOf(outcome)).toBe("changed_meanwhile");
  });

  test.each([
    ["the Spanish title is missing", { title: text("", "Test advisory") }, "incomplete_es"],
    ["the English summary is missing", { summary: text("Un resumen.", " ") }, "incomplete_en"],
    [
      "a section says nothing in English",
      { sections: [aSection({ body: text("Algo.", "") })] },
      "incomplete_en",
    ],
    [
      "a red flag says nothing in Spanish",
      { redFlags: [aFlag(1, { text: text("", "A signal.") })] },
      "incomplete_es",
    ],
    ["an optional text stands in one language", { contact: text("Escriba al buzón.", "") }, "incomplete_en"],
    ["an amount differs", { summary: text("Son US$ 1,246.", "It is US$ 1,264.") }, "languages_differ"],
    [
      "a red flag's date differs",
      { redFlags: [aFlag(1, { text: text("El 20 de junio de 2024.", "On June 21, 2024.") })] },
      "languages_differ",
    ],
    [
      "a merged red flag names none",
      {
        redFlags: [
          aFlag(1, { state: "merged-into", changeNote: text("Va con otra.", "Goes with another.") }),
        ],
      },
      "merged_into_nothing",
    ],
    ["a withdrawn red flag has no note", { redFlags: [aFlag(1, { state: "withdrawn" })] }, "incomplete_es"],
  ])("when %s", async (_, given, reason) => {
    const { id } = await aDraft(world, lead, given);
    await clearAll(world, lead, id);
    expect(await blockersOf(world, lead, id)).toContain(reason);
  });

  test("while a red flag is merged into one that is not there, into itself, or into one out of force", async () => {
    const note = text("Va con otra.", "Goes with another.");
    const first = aFlag(1, { changeNote: note, state: "merged-into" });
    const flags = [first, aFlag(2, { state: "withdrawn", changeNote: note }), aFlag(3)];
    const { id, number } = await aDraft(world, lead, { redFlags: flags });
    const path = `redFlags/${first.id}/mergedInto`;
    const blocksWhen = async (was: string | null, now: string) => {
      value(await save(world, lead.analyst, id, [set(path, was, now)]));
      return (await blockersOf(world, lead, id)).includes("merged_into_unknown");
    };
    expect(await blocksWhen(null, "FIN-1999-A001#RF-07")).toBe(true);
    expect(await blocksWhen("FIN-1999-A001#RF-07", `${number}#RF-01`)).toBe(true);
    expect(await blocksWhen(`${number}#RF-01`, `${number}#RF-02`)).toBe(true);
    expect(await blocksWhen(`${number}#RF-02`, `${number}#RF-03`)).toBe(false);
  });

  test("while a lesson or a statement bears a fact that cannot be", async () => {
    const lesson = emptyContent("enforcement-lesson", []).lesson;
    const statement = emptyContent("statement", []).statement;
    if (!lesson || !statement) throw new Error("types without their fields");
    const bank = { id: randomUUID(), name: "Banco", lei: "529900T8BM49AURSDO55", bic: "ZALVUS40" };
    const reasonsOf = async (given: Partial<AdvisoryContent>) =>
      (await blockersOf(world, lead, (await aDraft(world, lead, given)).id)).filter((reason) =>
        /^(lei_|bic_|fact_|period_)/.test(reason),
      );
    const period = { from: "2019-05", to: "2019" };
    expect(await reasonsOf({ lesson: { ...lesson, institutions: [bank], period } })).toEqual([]);
    expect(await reasonsOf({ lesson, statement })).toEqual([]);
    const wrong = { ...bank, lei: "529900T8BM49AURSDO56", bic: "ZALVXX40" };
    expect(
      await reasonsOf({
        lesson: { ...lesson, institutions: [wrong], period: { from: "2024-02", to: "2019" } },
      }),
    ).toEqual(["lei_wrong", "bic_wrong", "period_backwards"]);
    expect(await reasonsOf({ statement: { ...statement, heldOn: "2024-02-31" } })).toEqual([
      "fact_date_wrong",
    ]);
  });

  test("by the state of a translation claimed for a native text: differences still block", async () => {
    const { id } = await aDraft(world, lead, { summary: text("Son 5 casos.", "There are 6 cases.") });
    value(await save(world, lead.analyst, id, [set("translation/en", "original", "missing")]));
    await clearAll(world, lead, id);
    expect(await blockersOf(world, lead, id)).toContain("languages_differ");
  });

  test("while a comment is open, whoever wrote it; a resolved one does not hold it up", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    await clearAll(world, lead, id, [partner]);
    const comment = value(
      await commentOnDraft(world.db, { draftId: id, path: "title", body: "¿Seguro?", by: partner.legal, at }),
    );
    expect(await blockersOf(world, lead, id)).toEqual(["comments_open"]);
    value(await resolveComment(world.db, { draftId: id, commentId: comment.id, by: lead.analyst, at }));
    expect(reasonOf(await publish(world, lead, id))).toBe("done");
  });

  test("of a second version that does not say what changed, in both languages", async () => {
    const { number } = await anIssued(world, lead);
    const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
    expect(await blockersOf(world, lead, id)).toContain("change_note_missing");
    value(await save(world, lead.analyst, id, noted.slice(0, 1)));
    expect(await blockersOf(world, lead, id)).toContain("incomplete_en");
    value(await save(world, lead.analyst, id, noted.slice(1)));
    await clearAll(world, lead, id);
    expect(reasonOf(await publish(world, lead, id))).toBe("done");
  });

  test("when an issued red flag is gone from it", async () => {
    const flag = aFlag(1);
    const { number } = await anIssued(world, lead, { redFlags: [flag, aFlag(2)] });
    const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
    const removal = value(
      await save(world, lead.analyst, id, [{ kind: "remove", path: `redFlags/${flag.id}` }]),
    );
    expect(removal.refusals).toEqual([{ path: `redFlags/${flag.id}`, reason: "withdraw_instead" }]);
    await world.owner`update drafts set content = jsonb_set(content, '{redFlags}', (content -> 'redFlags') - 0) where id = ${id}`;
    expect(await blockersOf(world, lead, id)).toContain("red_flag_lost");
  });

  test("but not when one added since the last version is gone again", async () => {
    const [old, added] = [aFlag(1), aFlag(2)];
    const { number } = await anIssued(world, lead, { redFlags: [old] });
    const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
    const after = old.id;
    value(await save(world, lead.analyst, id, [{ kind: "add", list: "redFlags", item: added, after }]));
    expect((await findDesk(world.db, lead.analyst, id))?.issuedFlags).toEqual([old.id]);
    const removal = value(
      await save(world, lead.analyst, id, [{ kind: "remove", path: `redFlags/${added.id}` }]),
    );
    expect(removal.refusals).toEqual([]);
    expect(await blockersOf(world, lead, id)).not.toContain("red_flag_lost");
  });

  test("when it names an advisory that its readers may not know of; narrower it may", async () => {
    const audience = { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] };
    const narrow = await anIssued(world, lead, { tlp: "AMBER", audience });
    const relations = [{ kind: "cites" as const, number: narrow.number.toLowerCase(), inForce: true }];
    const open = await aDraft(world, lead, { relations });
    expect(await blockersOf(world, lead, open.id)).toContain("reference_reveals");
    const wider = await aDraft(world, lead, {
      relations,
      tlp: "GREEN",
      audience: { ...audience, jurisdictions: ["MX", "US"] },
    });
    expect(await blockersOf(world, lead, wider.id)).toContain("reference_reveals");
    const same = await aDraft(world, lead, { relations, tlp: "AMBER", audience });
    expect(await blockersOf(world, lead, same.id)).toEqual(["not_cleared"]);
  });

  test("when it borrows a red flag that its readers may not see; in a part as narrow it may", async () => {
    const audience = { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] };
    const { number } = await anIssued(world, lead, { audience, redFlags: [aFlag(1, { tlp: "AMBER" })] });
    const { id } = await aDraft(world, lead, { audience });
    const reused = value(
      await reuseRedFlag(world.db, { draftId: id, publicId: `${number}#RF-01`, by: lead.analyst, at }),
    );
    const flag = reused.content.redFlags[0]?.id;
    expect(await blockersOf(world, lead, id)).toEqual(["not_cleared"]);
    value(await save(world, lead.analyst, id, [set(`redFlags/${flag}/tlp`, "AMBER", "CLEAR")]));
    expect(await blockersOf(world, lead, id)).toContain("reference_reveals");
  });

  test("under a number or an alias that another advisory bears, with nothing half written", async () => {
    const { number } = await anIssued(world, partner);
    const { id } = await aDraft(world, lead, { aliases: [number.toLowerCase()] });
    await clearAll(world, lead, id);
    const before = await everything();
    expect(reasonOf(await publish(world, lead, id))).toBe("number_taken");
    expect(await everything()).toEqual(before);
  });

  test("when what it amends was withdrawn in the meantime", async () => {
    const { number } = await anIssued(world, lead);
    const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
    value(await save(world, lead.analyst, id, noted));
    await clearAll(world, lead, id);
    value(
      await withdrawAdvisory(world.db, {
        number,
        reason: text("Era falso.", "It was false."),
        by: lead.publisher,
        at,
      }),
    );
    expect(await blockersOf(world, lead, id)).toEqual(["not_in_force"]);
    expect(await findAdvisory(world.db, anonymous, number)).toMatchObject({
      status: "withdrawn",
      version: 1,
    });
  });
});

describe("a document already public elsewhere", () => {
  const file = (given: object = {}) => ({
    title: `Alerta ${randomUUID()}`,
    language: "es",
    regulator: "Supervisor",
    redFlags: [{ n: 1, text: "Una señal." }],
    ...given,
  });

  test("stands in its own language, and needs no clearance", async () => {
    const outcome = await importDocument(world.db, { file: file(), publish: true, by: lead.publisher, at });
    expect(outcome).toMatchObject({ ok: true, value: { status: "published" } });
  });

  test("needs the translator of the language once its translation is called certified", async () => {
    const { number } = value(
      await importDocument(world.db, { file: file(), publish: true, by: lead.publisher, at }),
    );
    const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
    const { content } = await draftOf(world, lead.analyst, id);
    value(
      await save(world, lead.analyst, id, [
        ...noted,
        set("translation/en", "missing", "certified"),
        set("title/en", "", content.title.es),
        set(`redFlags/${content.redFlags[0]?.id}/text/en`, "", "A signal."),
      ]),
    );
    expect(await blockersOf(world, lead, id)).toEqual(["not_cleared"]);
    expect(reasonOf(await clear(world, lead.es, id, "language-en"))).toBe("not_allowed");
    value(await clear(world, lead.en, id, "language-en"));
    expect(reasonOf(await publish(world, lead, id))).toBe("done");
  });

  test("is not what a draft of one's own can claim to be", async () => {
    const content = { ...aContent(lead), origin: "imported" as const };
    expect(reasonOf(await openDraft(world.db, { type: "advisory", content, by: lead.analyst, at }))).toBe(
      "not_yours_to_set",
    );
    const { id } = await aDraft(world, lead);
    const saved = value(await save(world, lead.analyst, id, [set("origin", "native", "imported")]));
    expect(saved.refusals).toEqual([{ path: "origin", reason: "not_yours_to_set" }]);
    expect(saved.content.origin).toBe("native");
  });
});

describe("an issuer only in coordination", () => {
  test("has no part in the desk and none in the reading of what is restricted", async () => {
    const content = aContent(lead, {
      tlp: "AMBER",
      audience: { jurisdictions: ["MX"], sectors: [], organisations: [], members: [] },
    });
    const { authority } = partner;
    const issuers = [
      ...content.issuers,
      { organisationId: authority.id, shortName: authority.shortName, role: "in-coordination" as const },
    ];
    const { id, number } = value(
      await openDraft(world.db, { type: "advisory", content: { ...content, issuers }, by: lead.analyst, at }),
    );
    expect(reasonOf(await clear(world, partner.approver, id, "approval"))).toBe("not_found");
    expect(reasonOf(await save(world, partner.analyst, id, noted))).toBe("not_found");
    await clearAll(world, lead, id);
    value(await publish(world, lead, id));
    expect(await findAdvisory(world.db, partner.analyst, number)).toBeUndefined();
    expect(await findAdvisory(world.db, lead.analyst, number)).toBeDefined();
  });
});

describe("published once and whole", () => {
  test("when two connections publish at the same instant", async () => {
    const { id, number } = await aDraft(world, lead, { redFlags: [aFlag(1)] });
    await clearAll(world, lead, id);
    const other = connect(world.webUrl, { max: 2 });
    const outcomes = await Promise.all(
      [world.db, other.db, world.db, other.db].map((db) =>
        publishAdvisory(db, { draftId: id, by: lead.publisher, at }),
      ),
    );
    await other.close();
    expect(outcomes.map(reasonOf).sort()).toEqual([
      "already_published",
      "already_published",
      "already_published",
      "done",
    ]);
    const rows =
      await world.owner`select n from advisory_versions v join advisories a on a.id = v.advisory_id where a.number = ${number}`;
    expect([...rows]).toEqual([{ n: 1 }]);
  });

  test("or not at all: a crash in the middle leaves nothing", async () => {
    const { id } = await aDraft(world, lead, {
      redFlags: [aFlag(1)],
      sections: [aSection()],
      typologies: [{ code: "nunca-vista", printed: text("Nunca vista", "Never seen") }],
    });
    await clearAll(world, lead, id);
    const before = await everything();
    await expect(
      asViewer(world.db, lead.publisher, async (tx) => {
        value(await publishAdvisory(tx, { draftId: id, by: lead.publisher, at }));
        throw new Error("the process died");
      }),
    ).rejects.toThrow("the process died");
    expect(await everything()).toEqual(before);
    expect(reasonOf(await publish(world, lead, id))).toBe("done");
  });

  test("either as it was cleared or not at all, when someone edits at the same instant", async () => {
    for (let round = 0; round < 5; round++) {
      const { id, number } = await aDraft(world, lead);
      await clearAll(world, lead, id);
      const [published, saved] = await Promise.all([
        publish(world, lead, id),
        save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", "Otro")]),
      ]);
      const seen = await findAdvisory(world.db, anonymous, number);
      if (published.ok) {
        expect(reasonOf(saved)).toBe("draft_closed");
        expect(seen?.content.title.es).toBe("Aviso de prueba");
      } else {
        expect(saved.ok).toBe(true);
        expect(seen).toBeUndefined();
      }
    }
  });

  test("a withdrawal at the same instant as the next version leaves it withdrawn", async () => {
    for (let round = 0; round < 4; round++) {
      const { number } = await anIssued(world, lead);
      const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
      value(await save(world, lead.analyst, id, noted));
      await clearAll(world, lead, id);
      const reason = text("Era falso.", "It was false.");
      const [, withdrawn] = await Promise.all([
        publish(world, lead, id),
        withdrawAdvisory(world.db, { number, reason, by: lead.publisher, at }),
      ]);
      expect(withdrawn.ok).toBe(true);
      expect(await findAdvisory(world.db, anonymous, number)).toMatchObject({ status: "withdrawn" });
    }
  });
});

describe("the next version", () => {
  test("keeps why a red flag was withdrawn in the one before", async () => {
    const flag = aFlag(1);
    const { number } = await anIssued(world, lead, { redFlags: [flag, aFlag(2)] });
    const at = `redFlags/${flag.id}`;
    await aNextVersion(world, lead, number, [
      set(`${at}/state`, "active", "withdrawn"),
      set(`${at}/changeNote/es`, "", "Ya no se ve."),
      set(`${at}/changeNote/en`, "", "No longer seen."),
    ]);
    expect(await aNextVersion(world, lead, number)).toEqual({ number, version: 3 });
    const third = await findAdvisory(world.db, anonymous, number);
    expect(third?.content.redFlags[0]).toMatchObject({
      state: "withdrawn",
      changeNote: text("Ya no se ve.", "No longer seen."),
    });
  });

  test("is one draft, however many begin it at once", async () => {
    const { number } = await anIssued(world, lead);
    const begin = () => amendAdvisory(world.db, { number, by: lead.analyst, at: later(1) });
    const outcomes = await Promise.all([begin(), begin(), begin()]);
    expect(new Set(outcomes.map((one) => value(one).id)).size).toBe(1);
  });

  test("can take in a new joint issuer, who sees the desk though the first version is closed to them", async () => {
    const { number } = await anIssued(world, lead, { tlp: "RED" });
    const { id } = value(await amendAdvisory(world.db, { number, by: lead.analyst, at }));
    const { content } = await draftOf(world, lead.analyst, id);
    const { authority } = partner;
    const issuers = [
      ...content.issuers,
      { organisationId: authority.id, shortName: authority.shortName, role: "joint" },
    ];
    expect(
      value(await save(world, lead.analyst, id, [...noted, set("issuers", content.issuers, issuers)]))
        .refusals,
    ).toEqual([]);
    expect(await findAdvisory(world.db, partner.approver, number)).toBeUndefined();
    await clearAll(world, lead, id, [partner]);
    value(await publish(world, lead, id));
    expect(await findAdvisory(world.db, partner.approver, number)).toMatchObject({ version: 2 });
  });
});
