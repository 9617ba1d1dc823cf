import { describe, expect, test } from "vitest";
import { askQuestion } from "~/domain/questions/ask-question.server";
import { mostInADay } from "~/domain/questions/question";
import { findQuestion, listQuestions } from "~/domain/questions/questions.server";
import { withdrawQuestion } from "~/domain/questions/withdraw-question.server";
import { anInstitution } from "../../support/adoption";
import { aFlag, aStaff, at, later, reasonOf, text, value } from "../../support/desk";
import { aMember, anOrganisation } from "../../support/people";
import { anInquiry, ask, asking, release, write } from "../../support/questions";
import { aWorld } from "../../support/world";

const world = aWorld();
const restricted = (organisations: string[]) => ({
  tlp: "AMBER" as const,
  audience: { jurisdictions: [], sectors: [], organisations, members: [] },
});

describe("asking", () => {
  test("the same words sent twice, one after the other or at once, are one question", async () => {
    const inquiry = await anInquiry(world);
    const send = () => askQuestion(world.db, { asking: asking(inquiry), by: inquiry.house.officer, at });
    const first = value(await send());
    const [second, third] = await Promise.all([send(), send()]);
    expect([value(second).id, value(third).id]).toEqual([first.id, first.id]);
    expect(await listQuestions(world.db, inquiry.officer, at)).toHaveLength(1);
    const both = await Promise.all(
      [1, 2].map(() =>
        askQuestion(world.db, {
          asking: asking(inquiry, { text: "¿Y las de ahorro?" }),
          by: inquiry.house.analyst,
          at,
        }),
      ),
    );
    expect(new Set(both.map((one) => value(one).id)).size).toBe(1);
  });

  test("what identifies someone or reveals a report is stopped and nothing of it is kept", async () => {
    const inquiry = await anInquiry(world);
    const words = "Presentamos un ROI sobre la CURP HEGG560427MVZRRL04 la semana pasada";
    const stopped = await askQuestion(world.db, {
      asking: asking(inquiry, { text: words }),
      by: inquiry.house.officer,
      at,
    });
    expect(stopped).toMatchObject({ ok: false, reason: "screened", facts: { counts: { curp: 1 } } });
    const rows = await world.owner`select 1 from questions where body like '%HEGG%'`;
    expect(rows).toHaveLength(0);
  });

  test("an advisory or a red flag that the asker may not read is not found, as one that does not exist", async () => {
    const outside = await anInstitution(world, { jurisdiction: "US" });
    const inside = await anInstitution(world);
    const inquiry = await anInquiry(world, restricted([inside.organisation.id]));
    const of = (given: Parameters<typeof asking>[1]) =>
      askQuestion(world.db, { asking: asking(inquiry, given), by: outside.officer, at });
    const unseen = await of({});
    const absent = await of({ advisory: "NADA-2026-A999" });
    expect(unseen).toEqual(absent);
    expect(reasonOf(unseen)).toBe("not_found");

    const open = await anInquiry(world, { redFlags: [aFlag(1), aFlag(2, { tlp: "RED" })] });
    const flag = (redFlag: string) =>
      askQuestion(world.db, { asking: asking(open, { redFlag }), by: open.house.officer, at });
    expect(await flag(`${open.number}#RF-02`)).toEqual(await flag(`${open.number}#RF-77`));
    expect(reasonOf(await flag(`${open.number}#RF-01`))).toBe("done");
  });

  test("only those who work with red flags ask, and only of an institution", async () => {
    const { house, staff, officer, number } = await anInquiry(world);
    const guild = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "guild" }),
      roles: ["observer"],
    });
    for (const by of [house.administrator, staff.analyst, officer, guild, { memberId: null } as const])
      expect(reasonOf(await askQuestion(world.db, { asking: asking({ number }), by, at }))).toBe(
        "not_allowed",
      );
  });

  test("an institution asks so many a day; another one is not held up by that", async () => {
    const inquiry = await anInquiry(world);
    const other = await anInstitution(world);
    for (let i = 0; i < mostInADay; i += 1) await ask(world, inquiry, { text: `¿Duda ${i}?` });
    const send = (by: Parameters<typeof ask>[3], when = at) =>
      askQuestion(world.db, { asking: asking(inquiry, { text: "¿Una más?" }), by, at: when } as never);
    expect(reasonOf(await send(inquiry.house.officer))).toBe("too_many_questions");
    expect(reasonOf(await send(other.officer))).toBe("done");
    expect(reasonOf(await send(inquiry.house.officer, later(25 * 60)))).toBe("done");
  });

  test("the officers of the authority that leads are told, in a letter that names nothing", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    const told = await world.owner`select member_id, about from notices where kind = 'question-asked'
      and about ->> 'questionId' = ${id} order by member_id`;
    expect(told.map((row) => row.member_id)).toEqual(
      [inquiry.officer.memberId, inquiry.officer2.memberId].sort(),
    );
    expect(told.map((row) => row.about)).toEqual([{ questionId: id }, { questionId: id }]);
  });
});

describe("who asks", () => {
  test("is told to the authority only if the asker wants it, and then only which institution", async () => {
    const inquiry = await anInquiry(world);
    const unnamed = await ask(world, inquiry);
    const named = await ask(world, inquiry, { text: "¿Y con nombre?", naming: "named" });
    const seen = async (id: string) => {
      const found = await findQuestion(world.db, inquiry.officer, id, at);
      return [found?.asker, found?.askedBy, found?.naming];
    };
    expect(await seen(unnamed)).toEqual([null, null, null]);
    expect(await seen(named)).toEqual([inquiry.house.organisation.shortName, null, null]);
  });

  test("its own people see what was asked; nobody else but the issuers does", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    const other = await anInstitution(world);
    const elsewhere = await aMember(world, {
      organisation: (await aStaff(world)).authority,
      roles: ["officer"],
    });
    for (const by of [other.officer, elsewhere, { memberId: null } as const])
      expect(await findQuestion(world.db, by, id, at)).toBeUndefined();
    for (const by of [inquiry.house.administrator, inquiry.house.analyst, inquiry.staff.legal])
      expect((await findQuestion(world.db, by, id, at))?.body).toContain("nómina");
  });
});

describe("taking a question back", () => {
  test("destroys its words and what was written towards an answer; twice is once", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    value(await write(world, id, inquiry.staff.analyst));
    const withdraw = () => withdrawQuestion(world.db, { questionId: id, by: inquiry.house.analyst, at });
    value(await withdraw());
    value(await withdraw());
    const found = await findQuestion(world.db, inquiry.officer, id, at);
    expect(found).toMatchObject({ state: "withdrawn", body: "", draft: null });
    expect(reasonOf(await write(world, id, inquiry.staff.analyst, { revision: 1 }))).toBe(
      "question_withdrawn",
    );
    const drafts = await world.owner`select 1 from answer_drafts where question_id = ${id}`;
    expect(drafts).toHaveLength(0);
  });

  test("is for the institution alone, and only until it is answered", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    const other = await anInstitution(world);
    const withdraw = (by: typeof inquiry.officer) => withdrawQuestion(world.db, { questionId: id, by, at });
    expect(reasonOf(await withdraw(other.officer))).toBe("not_found");
    expect(reasonOf(await withdraw(inquiry.officer))).toBe("not_found");
    expect(reasonOf(await withdraw(inquiry.house.administrator))).toBe("not_allowed");
    value(await write(world, id, inquiry.staff.analyst, { answer: text("Sí.", "Yes.") }));
    value(await release(world, id, inquiry.officer));
    expect(reasonOf(await withdraw(inquiry.house.officer))).toBe("question_answered");
  });
});
