import { describe, expect, test } from "vitest";
import { anonymous } from "~/domain/members/viewer";
import { assignQuestion } from "~/domain/questions/assign-question.server";
import { listPublishedAnswers } from "~/domain/questions/published-answers.server";
import { findQuestion } from "~/domain/questions/questions.server";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { withdrawQuestion } from "~/domain/questions/withdraw-question.server";
import { anInstitution } from "../../support/adoption";
import { aFlag, anIssued, aStaff, at, later, reasonOf, text, value } from "../../support/desk";
import { aMember } from "../../support/people";
import { anAnswered, anInquiry, ask, release, write } from "../../support/questions";
import { aWorld } from "../../support/world";

const world = aWorld();
const published = (by: Parameters<typeof listPublishedAnswers>[1], number: string) =>
  listPublishedAnswers(world.db, by, { advisory: number });

describe("an answer to everyone", () => {
  test("takes two people: whoever wrote last does not release it", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    value(await write(world, id, inquiry.officer));
    expect(reasonOf(await release(world, id, inquiry.officer))).toBe("second_person_needed");
    value(await release(world, id, inquiry.officer2));
    expect(await published(anonymous, inquiry.number)).toMatchObject([
      {
        n: 1,
        redFlag: null,
        answer: text("Sí, cuando el titular no es el empleado.", "Yes, when the holder is not the employee."),
      },
    ]);
  });

  test("is released as it was read: a word changed since, and it is not", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    value(await write(world, id, inquiry.staff.analyst));
    value(await write(world, id, inquiry.staff.analyst, { revision: 1, answer: text("Sí.", "Yes.") }));
    expect(reasonOf(await release(world, id, inquiry.officer, 1))).toBe("stale");
    const twice = await Promise.all([1, 2].map(() => release(world, id, inquiry.officer, 2)));
    expect(twice.map(reasonOf).sort()).toEqual(["done", "question_answered"]);
  });

  test("stands in both languages, and they agree", async () => {
    const inquiry = await anInquiry(world);
    const cases = {
      answer_missing: { answer: text("Sí.", "") },
      restatement_missing: { question: text("", "Does it?") },
      languages_differ: { answer: text("Son 30 días.", "It is 20 days.") },
      restate_question: { question: text("la señal comprende las cuentas de nomina", "Payroll accounts?") },
    };
    for (const [reason, given] of Object.entries(cases)) {
      const id = await ask(world, inquiry, { text: `¿La señal comprende las cuentas de nómina?` });
      const seen = await findQuestion(world.db, inquiry.officer, id, at);
      const revision = seen?.draft?.revision ?? 0;
      value(await write(world, id, inquiry.staff.analyst, { ...given, revision }));
      expect(reasonOf(await release(world, id, inquiry.officer, revision + 1)), reason).toBe(reason);
    }
  });

  test("names no institution, whoever asked: trying names tells nothing", async () => {
    const inquiry = await anInquiry(world);
    const stranger = await anInstitution(world);
    const id = await ask(world, inquiry);
    for (const [revision, { organisation }] of [inquiry.house, stranger].entries()) {
      const name = organisation.shortName.toLowerCase();
      value(
        await write(world, id, inquiry.staff.analyst, {
          revision,
          answer: text(`Como ${name}, sí.`, `As ${name}, yes.`),
        }),
      );
      expect(reasonOf(await release(world, id, inquiry.officer, revision + 1))).toBe("names_institution");
    }
  });

  test("leads from nowhere to who asked: not from its row, its id, its letter, its event or the day of asking", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    value(await write(world, id, inquiry.staff.analyst, { when: later(60 * 24 * 3) }));
    const { answerId } = value(await release(world, id, inquiry.officer, 1, later(60 * 24 * 3)));
    const other = await anInstitution(world);
    const [answer] = await published(other.officer, inquiry.number);
    expect(answer?.id).toBe(answerId);
    const shown = JSON.stringify(answer);
    for (const trace of [id, inquiry.house.organisation.id, inquiry.house.officer.memberId, "2026-11-20"])
      expect(shown).not.toContain(trace);
    const events = await world.owner<
      { action: string; subject_id: string; detail: object; member: string | null }[]
    >`
      select action, subject_id, detail, member_id as member from audit_events
      where subject_id in (${id}, ${answerId}) order by seq`;
    const ofAnswer = events.filter(({ subject_id }) => subject_id === answerId);
    expect(ofAnswer.map(({ action }) => action)).toEqual(["answer.drafted", "answer.released"]);
    expect(JSON.stringify(ofAnswer)).not.toContain(id);
    expect(events.filter(({ subject_id }) => subject_id === id)).toMatchObject([
      { action: "question.asked", detail: {}, member: inquiry.house.officer.memberId },
    ]);
  });

  test("is read by those who may read the red flag that it explains, and no longer than they may", async () => {
    const inside = await anInstitution(world);
    const outside = await anInstitution(world);
    const inquiry = await anInquiry(world, {
      audience: { jurisdictions: [], sectors: [], organisations: [inside.organisation.id], members: [] },
      redFlags: [aFlag(1), aFlag(2, { tlp: "AMBER" })],
    });
    const here = { ...inquiry, house: inside };
    await anAnswered(world, here, {}, { redFlag: `${inquiry.number}#RF-02` });
    const reads = async (by: Parameters<typeof published>[0]) => (await published(by, inquiry.number)).length;
    const elsewhere = await aStaff(world);
    expect(await Promise.all([inside.analyst, inquiry.staff.legal].map(reads))).toEqual([1, 1]);
    expect(await Promise.all([outside.officer, elsewhere.analyst, anonymous].map(reads))).toEqual([0, 0, 0]);
    await world.owner`update indicators set audience = '{}' where public_id = ${`${inquiry.number}#RF-02`}`;
    expect(await reads(inside.analyst)).toBe(0);
  });

  test("is never changed: a correction is a new version that says what it corrects, and a withdrawal says why", async () => {
    const inquiry = await anInquiry(world);
    const { id } = await anAnswered(world, inquiry);
    const corrected = { answer: text("No.", "No.") };
    value(await write(world, id, inquiry.staff.analyst, corrected));
    expect(reasonOf(await release(world, id, inquiry.officer))).toBe("correction_missing");
    const correction = text("Decía que sí.", "It said yes.");
    value(await write(world, id, inquiry.staff.analyst, { ...corrected, correction, revision: 1 }));
    value(await release(world, id, inquiry.officer, 2));
    expect(await published(anonymous, inquiry.number)).toMatchObject([{ n: 2, correction, ...corrected }]);
    await expect(world.owner`update question_answers set answer = '{}'`).rejects.toThrow("does not change");
    await expect(world.owner`delete from question_answers`).rejects.toThrow("does not change");

    const withdraw = (by: typeof inquiry.officer, reason = text("Era un error.", "It was a mistake.")) =>
      withdrawAnswer(world.db, { questionId: id, reason, by, at });
    expect(reasonOf(await withdraw(inquiry.staff.analyst))).toBe("not_allowed");
    expect(reasonOf(await withdraw(inquiry.officer, text("", "It was.")))).toBe("reason_missing_es");
    value(await write(world, id, inquiry.staff.analyst, { correction }));
    value(await withdraw(inquiry.officer));
    expect(await world.owner`select 1 from answer_drafts where question_id = ${id}`).toHaveLength(0);
    expect(reasonOf(await withdraw(inquiry.officer))).toBe("answer_withdrawn");
    expect(reasonOf(await write(world, id, inquiry.staff.analyst, corrected))).toBe("answer_withdrawn");
    expect(await published(anonymous, inquiry.number)).toMatchObject([
      { n: 2, withdrawalReason: text("Era un error.", "It was a mistake.") },
    ]);
  });
});

describe("an answer to the asker", () => {
  test("is read by the asking institution and the issuers alone, and one officer gives it", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    value(await write(world, id, inquiry.officer, { addressee: "asker" }));
    value(await release(world, id, inquiry.officer));
    const other = await anInstitution(world);
    const answers = async (by: Parameters<typeof findQuestion>[1]) =>
      (await findQuestion(world.db, by, id, at))?.answers.length;
    expect(await answers(inquiry.house.administrator)).toBe(1);
    expect(await answers(inquiry.staff.approver)).toBe(1);
    expect(await answers(other.officer)).toBeUndefined();
    expect(await published(inquiry.house.officer, inquiry.number)).toEqual([]);
    const told = await world.owner`select member_id from notices where kind = 'question-answered'
      and about ->> 'questionId' = ${id}`;
    expect(told.map((row) => row.member_id)).toEqual([inquiry.house.officer.memberId]);
    expect(reasonOf(await write(world, id, inquiry.officer))).toBe("addressee_fixed");
  });
});

describe("who answers", () => {
  test("analysts and officers of the issuers write; an officer of the lead speaks", async () => {
    const partner = await aStaff(world);
    const lead = await anInquiry(world);
    const { number } = await anIssued(world, lead.staff, { redFlags: [aFlag(1)] }, [partner]);
    const inquiry = { ...lead, number };
    const id = await ask(world, inquiry);
    const partnerOfficer = await aMember(world, { organisation: partner.authority, roles: ["officer"] });
    expect(reasonOf(await write(world, id, inquiry.staff.approver))).toBe("not_allowed");
    value(await write(world, id, partner.analyst));
    expect(reasonOf(await release(world, id, partnerOfficer))).toBe("not_allowed");
    expect(reasonOf(await release(world, id, inquiry.staff.analyst))).toBe("not_allowed");
    value(await release(world, id, inquiry.officer));
    expect(await published(anonymous, number)).toMatchObject([{ authority: lead.staff.authority.shortName }]);
  });

  test("a question is given to somebody who writes answers, and found with whoever has it", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    const give = (to: string, by = inquiry.officer) =>
      assignQuestion(world.db, { questionId: id, to, by, at });
    expect(reasonOf(await give(inquiry.staff.legal.memberId))).toBe("assignee_unknown");
    expect(reasonOf(await give(inquiry.house.officer.memberId))).toBe("assignee_unknown");
    value(await give(inquiry.staff.analyst.memberId));
    value(await give(inquiry.staff.analyst.memberId));
    expect(await findQuestion(world.db, inquiry.officer2, id, at)).toMatchObject({
      state: "taken",
      takenBy: inquiry.staff.analyst.memberId,
    });
    expect((await findQuestion(world.db, inquiry.house.officer, id, at))?.takenBy).toBeNull();
  });

  test("one who lost the role since, or a question that was taken back meanwhile, is refused and nothing changes", async () => {
    const inquiry = await anInquiry(world);
    const id = await ask(world, inquiry);
    value(await write(world, id, inquiry.staff.analyst));
    await world.owner`delete from member_roles where member_id = ${inquiry.officer.memberId}`;
    expect(reasonOf(await release(world, id, inquiry.officer))).toBe("not_allowed");
    const both = await Promise.all([
      withdrawQuestion(world.db, { questionId: id, by: inquiry.house.officer, at }),
      release(world, id, inquiry.officer2),
    ]);
    const [withdrawn, released] = both.map(reasonOf);
    expect([
      ["done", "question_withdrawn"],
      ["question_answered", "done"],
    ]).toContainEqual([withdrawn, released]);
  });
});
