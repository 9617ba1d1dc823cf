import type { AdvisoryContent } from "~/domain/advisories/advisory.form";
import type { Member } from "~/domain/members/viewer";
import { askQuestion } from "~/domain/questions/ask-question.server";
import type { AnswerDraft, Asking } from "~/domain/questions/question.form";
import { releaseAnswer } from "~/domain/questions/release-answer.server";
import { saveAnswer } from "~/domain/questions/save-answer.server";
import { anInstitution } from "./adoption";
import { aFlag, anIssued, aStaff, at, text, value } from "./desk";
import { aMember } from "./people";
import type { World } from "./world";

/** An authority with those who answer, an advisory of two red flags and an institution that may read it. */
export async function anInquiry(world: World, given: Partial<AdvisoryContent> = {}) {
  const staff = await aStaff(world);
  const officer = await aMember(world, { organisation: staff.authority, roles: ["officer"] });
  const officer2 = await aMember(world, { organisation: staff.authority, roles: ["officer"] });
  const { number } = await anIssued(world, staff, { redFlags: [aFlag(1), aFlag(2)], ...given });
  return { staff, officer, officer2, number, house: await anInstitution(world) };
}
export type Inquiry = Awaited<ReturnType<typeof anInquiry>>;

export const asking = ({ number }: Pick<Inquiry, "number">, given: Partial<Asking> = {}): Asking => ({
  advisory: number,
  redFlag: null,
  language: "es",
  text: "¿La señal comprende las cuentas de nómina?",
  naming: "unnamed",
  ...given,
});

export const ask = async (
  world: World,
  inquiry: Inquiry,
  given: Partial<Asking> = {},
  by = inquiry.house.officer,
) => value(await askQuestion(world.db, { asking: asking(inquiry, given), by, at })).id;

export const anAnswer = (given: Partial<AnswerDraft> = {}): AnswerDraft => ({
  addressee: "everyone",
  question: text("¿Alcanza a las cuentas de nómina?", "Does it reach payroll accounts?"),
  answer: text("Sí, cuando el titular no es el empleado.", "Yes, when the holder is not the employee."),
  correction: text("", ""),
  ...given,
});

export const write = (
  world: World,
  questionId: string,
  by: Member,
  { revision = 0, when = at, ...given }: Partial<AnswerDraft> & { revision?: number; when?: Date } = {},
) => saveAnswer(world.db, { questionId, written: anAnswer(given), revision, by, at: when });

export const release = (world: World, questionId: string, by: Member, revision = 1, when = at) =>
  releaseAnswer(world.db, { questionId, revision, by, at: when });

/** Asked, written by the analyst, released by the officer. */
export async function anAnswered(
  world: World,
  inquiry: Inquiry,
  given: Partial<AnswerDraft> = {},
  asked: Partial<Asking> = {},
) {
  const id = await ask(world, inquiry, asked);
  value(await write(world, id, inquiry.staff.analyst, given));
  return value(await release(world, id, inquiry.officer));
}
