import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { editAnswer } from "~/domain/questions/edit-answer.server";
import { findQuestion } from "~/domain/questions/questions.server";
import { at, later, text, value } from "../../support/desk";
import { anAnswer, anInquiry, ask, type Inquiry, release, write } from "../../support/questions";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let inquiry: Inquiry;
beforeAll(async () => {
  world = await freshDatabase();
  inquiry = await anInquiry(world);
});
afterAll(() => world.close());

let asked = 0;
const aQuestion = () => {
  asked += 1;
  return ask(world, inquiry, { text: `¿Comprende la señal las cuentas número ${asked}?` });
};
const edit = (
  questionId: string,
  changes: Record<string, [was: string, now: string]>,
  by = inquiry.officer,
) =>
  editAnswer(world.db, {
    questionId,
    changes: Object.entries(changes).map(([path, [was, now]]) => ({ kind: "set", path, was, now })),
    by,
    at,
  });
const draftOf = async (questionId: string) =>
  (await findQuestion(world.db, inquiry.staff.analyst, questionId, at))?.draft;

describe("two who write one answer at once", () => {
  test("lose no word where they touched different ones, in one language or in two", async () => {
    const id = await aQuestion();
    const said = "Sí, cuando el titular no es el empleado.";
    value(await write(world, id, inquiry.staff.analyst, { answer: text(said, "") }));
    value(await edit(id, { answerEs: [said, "Sí, cuando el titular de la cuenta no es el empleado."] }));
    const late = await edit(
      id,
      { answerEs: [said, "Sí, siempre que el titular no es el empleado."], answerEn: ["", "Yes."] },
      inquiry.staff.analyst,
    );
    expect(value(late).conflicts).toEqual([]);
    expect((await draftOf(id))?.answer).toEqual(
      text("Sí, siempre que el titular de la cuenta no es el empleado.", "Yes."),
    );
  });

  test("are both told where they touched the same words; what else was written is kept, and nothing is written over", async () => {
    const id = await aQuestion();
    value(await write(world, id, inquiry.staff.analyst, { answer: text("Sí.", "Yes.") }));
    value(await edit(id, { answerEs: ["Sí.", "No."] }));
    const late = value(await edit(id, { answerEs: ["Sí.", "Depende."], answerEn: ["Yes.", "Yes, always."] }));
    expect(late.conflicts).toEqual([{ path: "answerEs", mine: "Depende.", theirs: "No." }]);
    expect((await draftOf(id))?.answer).toEqual(text("No.", "Yes, always."));
    const chosen = value(await edit(id, { answerEs: ["No.", "Depende."] }));
    expect(chosen.conflicts).toEqual([]);
    expect((await draftOf(id))?.answer.es).toBe("Depende.");
  });

  test("who choose different readers are both told; who choose the same are not", async () => {
    const id = await aQuestion();
    value(await edit(id, { addressee: ["everyone", "asker"] }));
    expect(value(await edit(id, { addressee: ["everyone", "asker"] })).conflicts).toEqual([]);
    expect((await draftOf(id))?.addressee).toBe("asker");
  });
});

describe("what is written on", () => {
  test("is kept but for the words that identify someone, which are refused by their field", async () => {
    const id = await aQuestion();
    const some = value(
      await edit(id, { answerEs: ["", "La cuenta de HEGG560427MVZRRL04"], answerEn: ["", "Yes."] }),
    );
    expect(some.refusals).toEqual([{ path: "answerEs", reason: "screened" }]);
    expect((await draftOf(id))?.answer).toEqual(text("", "Yes."));
  });

  test("again with nothing new is no new revision, so that who reads it to release it is not disturbed", async () => {
    const id = await aQuestion();
    const first = value(await edit(id, { answerEs: ["", "Sí."] }));
    expect(value(await edit(id, { answerEs: ["", "Sí."] })).revision).toBe(first.revision);
  });

  test("after a release begins a correction with what was answered", async () => {
    const id = await aQuestion();
    value(await write(world, id, inquiry.staff.analyst));
    value(await release(world, id, inquiry.officer));
    const { answer } = anAnswer();
    value(await edit(id, { answerEs: [answer.es, "Sí, cuando el titular es otro."] }));
    expect((await draftOf(id))?.answer).toEqual(text("Sí, cuando el titular es otro.", answer.en));
    expect(await edit(id, { addressee: ["everyone", "asker"] })).toMatchObject({ reason: "addressee_fixed" });
  });

  test("is refused once the question was withdrawn, and unknown to whoever has no business with it", async () => {
    const id = await aQuestion();
    const { withdrawQuestion } = await import("~/domain/questions/withdraw-question.server");
    value(await withdrawQuestion(world.db, { questionId: id, by: inquiry.house.officer, at: later(1) }));
    expect(await edit(id, { answerEs: ["", "Sí."] })).toMatchObject({ reason: "question_withdrawn" });
    expect(await edit(id, { answerEs: ["", "Sí."] }, inquiry.house.officer)).toMatchObject({
      reason: "not_found",
    });
  });
});
