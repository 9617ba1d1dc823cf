import { z } from "zod";
import { countedQuestions, type Question, questions } from "~/domain/rounds/questions";

type QuestionKey = Question["key"];

const byKey = new Map<string, Question>(questions.map((question) => [question.key, question]));

/** Undefined where the form asks no such thing: of a red flag (rows from 1), or of the round as a whole (row 0). */
export function questionAt(row: number, key: string): Question | undefined {
  const question = byKey.get(key);
  return question?.about === (row === 0 ? "round" : "red-flag") ? question : undefined;
}

export const longestWords = 2000;
const country = z.string().regex(/^[A-Z]{2}$/);

const schemas = {
  words: z.string().trim().min(1).max(longestWords),
  "red-flags": z.array(z.string().max(80)).min(1).max(20),
  corridor: z.object({ from: country, to: country }),
};

/** One category, words, the ids of other red flags, or a corridor; null: not answered. */
export type Answer = string | string[] | { from: string; to: string } | null;

/** The answer as it is kept; undefined when it is none to this question. */
export function readAnswer(question: Question, given: unknown): Answer | undefined {
  if (given === null || given === "") return null;
  if ("categories" in question) {
    return question.categories.find((category) => category === given);
  }
  const read = schemas[question.kind].safeParse(given);
  return read.success ? read.data : undefined;
}

/** Of one institution: answers by `row.question`, none of them null. */
export type Answers = Record<string, Exclude<Answer, null>>;
export const placeOf = (row: number, question: string) => `${row}.${question}`;

export type Row = { n: number; state: string };

/** Still asked about: neither withdrawn nor merged into another. */
export const isInForce = ({ state }: { state: string }) => state === "active" || state === "amended";

/** What an institution has answered, without what was emptied again. */
export function answersIn(entries: { row: number; question: string; answer: Answer }[]): Answers {
  const given: Answers = {};
  for (const { row, question, answer } of entries)
    if (answer !== null) given[placeOf(row, question)] = answer;
  return given;
}

export type Missing = { row: number; question: QuestionKey };

/** What is still to be answered before signing. A red flag withdrawn meanwhile is no longer asked about. */
export function missingOf(answers: Answers, rows: Row[]): Missing[] {
  const standing = rows.filter(isInForce);
  const wanted = countedQuestions
    .filter(({ required }) => required)
    .flatMap(({ key: question, about }): Missing[] =>
      about === "round" ? [{ row: 0, question }] : standing.map(({ n: row }) => ({ row, question })),
    );
  return wanted.filter(({ row, question }) => answers[placeOf(row, question)] === undefined);
}
