import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { clearDraft } from "~/domain/drafts/clear-draft.server";
import { clearanceKinds } from "~/domain/drafts/draft";
import { renumberDraft } from "~/domain/drafts/renumber-draft.server";
import { takeBackClearance } from "~/domain/drafts/take-back-clearance.server";
import type { Member } from "~/domain/members/viewer";
import { makeClearanceException } from "~/domain/organisations/make-clearance-exception.server";
import {
  aDraft,
  aStaff,
  at,
  blockersOf,
  clear,
  clearAll,
  draftOf,
  hashOf,
  missingOf,
  publish,
  reasonOf,
  type Staff,
  save,
  set,
  value,
} from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { aWorld } from "../../support/world";

const world = aWorld();
let lead: Staff;
let partner: Staff;
let outsider: Staff;
beforeAll(async () => {
  lead = await aStaff(world);
  partner = await aStaff(world);
  outsider = await aStaff(world);
});

describe("publication needs, on the very content", () => {
  test("legal, both languages and two approvals of the lead", async () => {
    const { id } = await aDraft(world, lead);
    expect(await missingOf(world, lead, id)).toEqual([
      "legal 0/1",
      "language-es 0/1",
      "language-en 0/1",
      "approval 0/2",
    ]);
    value(await clear(world, lead.legal, id, "legal"));
    value(await clear(world, lead.es, id, "language-es"));
    value(await clear(world, lead.en, id, "language-en"));
    value(await clear(world, lead.approver, id, "approval"));
    expect(await missingOf(world, lead, id)).toEqual(["approval 1/2"]);
    value(await clear(world, lead.approver2, id, "approval"));
    expect(await publish(world, lead, id)).toMatchObject({ ok: true, value: { version: 1 } });
  });

  test("one more approval of each joint authority, which the lead cannot give for it", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    await clearAll(world, lead, id);
    expect(await missingOf(world, lead, id)).toEqual(["approval 0/1"]);
    const third = await aMember(world, { organisation: lead.authority, roles: ["approver"] });
    value(await clear(world, third, id, "approval"));
    expect(await missingOf(world, lead, id)).toEqual(["approval 0/1"]);
    value(await clear(world, partner.approver, id, "approval"));
    expect(await missingOf(world, lead, id)).toEqual([]);
  });

  test("two approvals of the lead: the partner's do not stand in for them", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    value(await clear(world, partner.approver, id, "approval"));
    value(await clear(world, partner.approver2, id, "approval"));
    expect(await missingOf(world, lead, id)).toContain("approval 0/2");
  });

  test("a language may be answered for by a translator of it in any issuing authority", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    value(await clear(world, partner.en, id, "language-en"));
    expect(await missingOf(world, lead, id)).not.toContain("language-en 0/1");
  });
});

describe("a clearance is refused", () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = await aDraft(world, lead, {}, [partner]));
  });

  test.each([
    ["legal by an approver", "approver", "legal"],
    ["approval by legal", "legal", "approval"],
    ["Spanish by the translator of English", "en", "language-es"],
    ["English by the translator of Spanish", "es", "language-en"],
    ["approval by a publisher", "publisher", "approval"],
    ["approval by an administrator", "administrator", "approval"],
  ] as const)("%s", async (_, role, kind) => {
    expect(reasonOf(await clear(world, lead[role], id, kind))).toBe("not_allowed");
  });

  test("legal by the partner's legal: the lead answers for the law", async () => {
    expect(reasonOf(await clear(world, partner.legal, id, "legal"))).toBe("not_allowed");
  });

  test("by an authority that does not issue it, as if there were no such draft", async () => {
    for (const kind of clearanceKinds) {
      const by = {
        legal: outsider.legal,
        "language-es": outsider.es,
        "language-en": outsider.en,
        approval: outsider.approver,
      };
      expect(reasonOf(await clear(world, by[kind], id, kind))).toBe("not_found");
    }
  });

  test.each(["institution", "guild", "civil", "operator"] as const)(
    "by a member of an %s, whatever the roles",
    async (kind) => {
      const by = await aMember(world, {
        organisation: await anOrganisation(world, { kind }),
        roles: ["legal", "approver"],
      });
      expect(reasonOf(await clear(world, by, id, "approval"))).toBe("not_found");
    },
  );

  test("by someone who has left, with the session of yesterday", async () => {
    const gone = await aMember(world, { organisation: lead.authority, roles: ["approver"] });
    await world.owner`update members set left_at = now() where id = ${gone.memberId}`;
    expect(reasonOf(await clear(world, gone, id, "approval"))).toBe("not_found");
  });

  test.each(["suspended", "revoked", "expired"])("by staff of a partner that is %s", async (vetting) => {
    const other = await aStaff(world);
    const { id } = await aDraft(world, lead, {}, [other]);
    await world.owner`update organisations set vetting = ${vetting} where id = ${other.authority.id}`;
    expect(reasonOf(await clear(world, other.approver, id, "approval"))).toBe("not_found");
  });

  test("by one who says to have a role that the record does not have", async () => {
    const plain = await aMember(world, { organisation: lead.authority, roles: ["analyst"] });
    const boastful: Member = { ...plain, roles: [{ role: "approver", language: "" }] };
    expect(reasonOf(await clear(world, boastful, id, "approval"))).toBe("not_allowed");
    expect(await draftOf(world, lead.analyst, id)).toMatchObject({ clearances: [] });
  });

  test("on content that is no longer the draft's", async () => {
    const before = await hashOf(world, id);
    value(await save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", "Otro título")]));
    expect(reasonOf(await clear(world, lead.legal, id, "legal", before))).toBe("changed_meanwhile");
  });

  test("a second time by the same person, of the same kind or another", async () => {
    const both = await aMember(world, {
      organisation: lead.authority,
      roles: [
        "legal",
        "approver",
        { role: "translator", language: "es" },
        { role: "translator", language: "en" },
      ],
    });
    value(await clear(world, both, id, "legal"));
    expect(reasonOf(await clear(world, both, id, "legal"))).toBe("already_cleared");
    for (const kind of ["language-es", "language-en", "approval"] as const) {
      expect(reasonOf(await clear(world, both, id, kind))).toBe("already_cleared_another");
    }
  });

  test("a second time by the same person at the same instant", async () => {
    const both = await aMember(world, { organisation: lead.authority, roles: ["legal", "approver"] });
    const outcomes = await Promise.all([clear(world, both, id, "legal"), clear(world, both, id, "approval")]);
    expect(outcomes.map(reasonOf).sort()).toEqual(["already_cleared_another", "done"]);
  });

  test("once the draft is published", async () => {
    const { id } = await aDraft(world, lead);
    await clearAll(world, lead, id);
    value(await publish(world, lead, id));
    const third = await aMember(world, { organisation: lead.authority, roles: ["approver"] });
    expect(reasonOf(await clear(world, third, id, "approval"))).toBe("draft_closed");
  });
});

describe("an author gives none on their own text", () => {
  const everything = (organisation: Staff["authority"]) =>
    aMember(world, {
      organisation,
      roles: [
        "analyst",
        "legal",
        "approver",
        "publisher",
        { role: "translator", language: "es" },
        { role: "translator", language: "en" },
      ],
    });

  test("neither who opened it nor who saved a word of it", async () => {
    const { id } = await aDraft(world, lead, {}, [partner]);
    const writer = await everything(lead.authority);
    const partnerWriter = await everything(partner.authority);
    value(await save(world, writer, id, [set("title/es", "Aviso de prueba", "Otro título")]));
    value(await save(world, partnerWriter, id, [set("title/en", "Test advisory", "Another title")]));
    for (const kind of clearanceKinds) {
      expect(reasonOf(await clear(world, writer, id, kind))).toBe("author_may_not_clear");
    }
    expect(reasonOf(await clear(world, partnerWriter, id, "approval"))).toBe("author_may_not_clear");
  });

  test("nor does undoing one's own words make one a reader again", async () => {
    const { id } = await aDraft(world, lead);
    const writer = await everything(lead.authority);
    value(await save(world, writer, id, [set("title/es", "Aviso de prueba", "Otro título")]));
    value(await save(world, writer, id, [set("title/es", "Otro título", "Aviso de prueba")]));
    expect(reasonOf(await clear(world, writer, id, "approval"))).toBe("author_may_not_clear");
  });

  test("a clearance falls when its giver becomes an author, even if the words are put back", async () => {
    const { id } = await aDraft(world, lead);
    const writer = await everything(lead.authority);
    const before = await hashOf(world, id);
    value(await clear(world, writer, id, "legal"));
    value(await save(world, writer, id, [set("title/es", "Aviso de prueba", "Otro título")]));
    value(await save(world, lead.analyst, id, [set("title/es", "Otro título", "Aviso de prueba")]));
    expect(await hashOf(world, id)).toBe(before);
    expect(await missingOf(world, lead, id)).toContain("legal 0/1");
  });

  test("nor does who gave it its number", async () => {
    const { id, number } = await aDraft(world, lead);
    const writer = await everything(lead.authority);
    value(
      await renumberDraft(world.db, { draftId: id, number: number.replace(/\d{3}$/, "701"), by: writer, at }),
    );
    expect(reasonOf(await clear(world, writer, id, "approval"))).toBe("author_may_not_clear");
  });
});

describe("earlier clearances no longer count", () => {
  test("after an edit; and stand again when another's edit is undone", async () => {
    const { id } = await aDraft(world, lead);
    await clearAll(world, lead, id);
    value(await save(world, lead.analyst, id, [set("title/es", "Aviso de prueba", "Otro título")]));
    expect(await blockersOf(world, lead, id)).toEqual(["not_cleared"]);
    expect(await missingOf(world, lead, id)).toEqual([
      "legal 0/1",
      "language-es 0/1",
      "language-en 0/1",
      "approval 0/2",
    ]);
    value(await save(world, lead.analyst, id, [set("title/es", "Otro título", "Aviso de prueba")]));
    expect(await missingOf(world, lead, id)).toEqual([]);
  });

  test("after a new number", async () => {
    const { id, number } = await aDraft(world, lead);
    await clearAll(world, lead, id);
    value(
      await renumberDraft(world.db, {
        draftId: id,
        number: number.replace(/\d{3}$/, "702"),
        by: lead.analyst,
        at,
      }),
    );
    expect(await missingOf(world, lead, id)).toHaveLength(4);
  });

  test("when taken back, by their giver alone", async () => {
    const { id } = await aDraft(world, lead);
    await clearAll(world, lead, id);
    const [given] = (await draftOf(world, lead.legal, id)).clearances;
    const clearanceId = given?.id ?? "";
    const takeBack = (by: Member) => takeBackClearance(world.db, { draftId: id, clearanceId, by, at });
    expect(reasonOf(await takeBack(lead.approver))).toBe("not_allowed");
    expect(reasonOf(await takeBack(outsider.legal))).toBe("not_found");
    value(await takeBack(lead.legal));
    expect(await missingOf(world, lead, id)).toEqual(["legal 0/1"]);
    value(await clear(world, lead.legal, id, "legal"));
    expect(await missingOf(world, lead, id)).toEqual([]);
  });
});

describe("a short-staffed authority's written exception", () => {
  let small: Staff;
  const reason = "Somos cuatro personas en total.";
  const except = (severalKinds: boolean, approvalsNeeded: 1 | 2, by?: Member) =>
    makeClearanceException(world.db, {
      severalKinds,
      approvalsNeeded,
      reason,
      by: by ?? small.administrator,
      at,
    });
  const jack = () =>
    aMember(world, {
      organisation: small.authority,
      roles: [
        "legal",
        "approver",
        { role: "translator", language: "es" },
        { role: "translator", language: "en" },
      ],
    });
  beforeEach(async () => {
    small = await aStaff(world);
  });

  test("lets one person give several kinds, and still asks for two approvers", async () => {
    value(await except(true, 2));
    const { id } = await aDraft(world, small);
    const one = await jack();
    for (const kind of clearanceKinds) value(await clear(world, one, id, kind));
    expect(reasonOf(await clear(world, one, id, "approval"))).toBe("already_cleared");
    expect(await missingOf(world, small, id)).toEqual(["approval 1/2"]);
  });

  test("lets one approval do, and still one clearance a person", async () => {
    value(await except(false, 1));
    const { id } = await aDraft(world, small);
    const one = await jack();
    value(await clear(world, one, id, "legal"));
    expect(reasonOf(await clear(world, one, id, "approval"))).toBe("already_cleared_another");
    value(await clear(world, small.es, id, "language-es"));
    value(await clear(world, small.en, id, "language-en"));
    value(await clear(world, small.approver, id, "approval"));
    expect(await missingOf(world, small, id)).toEqual([]);
  });

  test("never lets the author alone: both exceptions at once still take a second person", async () => {
    value(await except(true, 1));
    const all = await aMember(world, {
      organisation: small.authority,
      roles: [
        "analyst",
        "legal",
        "approver",
        "publisher",
        { role: "translator", language: "es" },
        { role: "translator", language: "en" },
      ],
    });
    const { id } = await aDraft(world, { ...small, analyst: all });
    for (const kind of clearanceKinds)
      expect(reasonOf(await clear(world, all, id, kind))).toBe("author_may_not_clear");
    const second = await jack();
    for (const kind of clearanceKinds) value(await clear(world, second, id, kind));
    expect(await missingOf(world, { ...small, publisher: all }, id)).toEqual([]);
  });

  test("is the exceptional authority's own: its joint issuer keeps the rule", async () => {
    value(await except(true, 1));
    const { id } = await aDraft(world, lead, {}, [small]);
    const theirs = await aMember(world, { organisation: lead.authority, roles: ["legal", "approver"] });
    value(await clear(world, theirs, id, "legal"));
    expect(reasonOf(await clear(world, theirs, id, "approval"))).toBe("already_cleared_another");
    expect(await missingOf(world, lead, id)).toContain("approval 0/2");
  });

  test("ends with the plain rule, and what it allowed is missing again", async () => {
    value(await except(false, 1));
    const { id } = await aDraft(world, small);
    value(await clear(world, small.approver, id, "approval"));
    expect(await missingOf(world, small, id)).not.toContain("approval 1/2");
    value(await except(false, 2));
    expect(await missingOf(world, small, id)).toContain("approval 1/2");
  });

  test("is made by an administrator of that authority, in writing, and never for less than one approval", async () => {
    for (const by of [small.analyst, small.publisher, small.approver]) {
      expect(reasonOf(await except(true, 1, by))).toBe("not_allowed");
    }
    const bank = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "institution" }),
      roles: ["administrator"],
    });
    expect(reasonOf(await except(true, 1, bank))).toBe("not_allowed");
    const short = await makeClearanceException(world.db, {
      severalKinds: true,
      approvalsNeeded: 1,
      reason: "   prisa               ",
      by: small.administrator,
      at,
    });
    expect(reasonOf(short)).toBe("reason_too_short");
    const none = makeClearanceException(world.db, {
      severalKinds: true,
      approvalsNeeded: 0 as 1,
      reason,
      by: small.administrator,
      at,
    });
    await expect(none).rejects.toThrow();
    await expect(
      world.owner`insert into clearance_exceptions (organisation_id, several_kinds, approvals_needed, reason, set_by, set_at)
        values (${small.authority.id}, true, 0, 'sin nadie que apruebe nada', ${small.administrator.memberId}, now())`,
    ).rejects.toThrow();
  });
});

test("the note of a clearance is kept with it", async () => {
  const { id } = await aDraft(world, lead);
  value(
    await clearDraft(world.db, {
      draftId: id,
      kind: "legal",
      contentHash: await hashOf(world, id),
      note: "Sin observaciones.",
      by: lead.legal,
      at,
    }),
  );
  expect((await draftOf(world, lead.analyst, id)).clearances).toMatchObject([
    { kind: "legal", note: "Sin observaciones." },
  ]);
});
