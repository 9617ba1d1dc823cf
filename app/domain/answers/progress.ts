import { countedQuestions } from "~/domain/rounds/questions";
import { type Answers, isInForce, type Missing, missingOf, placeOf, type Row } from "./answer";

/** Of one red flag, or of the round as a whole (row 0): answers that signing asks for. */
export type RowProgress = { row: number; asked: number; answered: number; missing: Missing[] };

const needed = (row: number) =>
  countedQuestions.filter(({ required, about }) => required && about === (row === 0 ? "round" : "red-flag"))
    .length;

/** How far a sheet is, row by row in the form's order. Of a red flag withdrawn meanwhile nothing is asked. */
export function progressOf(answers: Answers, rows: Row[]): RowProgress[] {
  const missing = missingOf(answers, rows);
  const of = (row: number, asked: number): RowProgress => {
    const left = missing.filter((one) => one.row === row);
    return { row, asked, answered: asked - left.length, missing: left };
  };
  return [...rows.map(({ n, state }) => of(n, isInForce({ state }) ? needed(n) : 0)), of(0, needed(0))];
}

/** The first unanswered question after that row, and from the beginning again after the last. */
export function nextMissing(progress: RowProgress[], row: number): Missing | undefined {
  const here = progress.findIndex((one) => one.row === row);
  const after = [...progress.slice(here + 1), ...progress.slice(0, here + 1)];
  return after.flatMap(({ missing }) => missing)[0];
}

/** Rows whose answers may be copied into another: the same question of the nearest red flag above. */
export const rowAbove = <One extends Row>(rows: One[], n: number): One | undefined => {
  const standing = rows.filter(isInForce);
  const here = standing.findIndex((row) => row.n === n);
  return here > 0 ? standing[here - 1] : undefined;
};

/** What of one red flag's counted answers fills the empty places of another. */
export const copyable = (answers: Answers, from: number, to: number) =>
  countedQuestions.flatMap(({ key, about }) => {
    const answer = answers[placeOf(from, key)];
    return about === "red-flag" && answer !== undefined && answers[placeOf(to, key)] === undefined
      ? [{ row: to, question: key, answer }]
      : [];
  });
