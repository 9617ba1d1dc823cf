import type { Text } from "~/domain/advisories/advisory.form";
import { longestComments, type Notes, notesSchema, shortestComments } from "~/domain/minutes/minutes.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { TypedSession } from "./roundtables";

export const pairIn = (typed: TypedSession, name: string): Text => ({
  es: (typed[`${name}Es`] ?? "").trim(),
  en: (typed[`${name}En`] ?? "").trim(),
});

/** `summaryEs`, `item.0.Es` … as many as the form had. */
export function notesIn(typed: TypedSession): Outcome<Notes> {
  const count = Object.keys(typed).filter((name) => /^item\.\d{1,2}\.Es$/.test(name)).length;
  const items = Array.from({ length: count }, (_, n) => pairIn(typed, `item.${n}.`));
  const read = notesSchema.safeParse({ summary: pairIn(typed, "summary"), items });
  return read.success ? done(read.data) : refused("too_long");
}

export function daysIn(typed: TypedSession): Outcome<number> {
  const days = Number(typed.days);
  return Number.isInteger(days) && days >= shortestComments && days <= longestComments
    ? done(days)
    : refused("days_out_of_range", { least: shortestComments, most: longestComments });
}

/** Nothing chosen: the notes as a whole. */
export const itemIn = ({ item = "" }: TypedSession) => (/^\d{1,2}$/.test(item) ? Number(item) : null);

export function dueIn({ due = "" }: TypedSession): Outcome<string> {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(due) && !Number.isNaN(Date.parse(due));
  return isDay ? done(due) : refused("due_unreadable");
}
