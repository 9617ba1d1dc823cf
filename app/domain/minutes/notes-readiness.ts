import { done, type Outcome, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import type { Notes } from "./minutes.form";
import { namesIn } from "./names-in";

type Rules = {
  /** Items of the agenda. */
  items: number;
  chathamHouse: boolean;
  /** Of everyone who was in the room and of their organisations, but the authorities that convened it. */
  names: string[];
};

export const textsOf = ({ summary, items }: Notes) => [summary, ...items].flatMap(({ es, en }) => [es, en]);

/** Whether notes can be shown: whole in both languages, which say the same, and under the Chatham House Rule nobody is named. */
export function readyToShow(notes: Notes, { items, chathamHouse, names }: Rules): Outcome<undefined> {
  const texts = [notes.summary, ...notes.items];
  const isWhole = texts.every(({ es, en }) => es.trim() !== "" && en.trim() !== "");
  if (notes.items.length !== items || !isWhole) return refused("notes_incomplete");
  const named = chathamHouse ? namesIn(textsOf(notes).join("\n"), names) : [];
  if (named.length > 0) return refused("participant_named", { names: named.join(", ") });
  const count = differencesOf(texts);
  return count > 0 ? refused("languages_differ", { count }) : done(undefined);
}
