import type { GivenReason } from "~/domain/contributions/contribution";
import { mostOptions, type PollKind, pollKinds } from "~/domain/floor/floor";
import { noteSchema, type Poll, pollSchema } from "~/domain/floor/floor.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import { pairIn, type TypedSession } from "./roundtables";

const noItem = -1;

/** An item of the agenda, from 0; what is none of its numbers is an item that it does not have. */
export const itemIn = ({ item = "" }: TypedSession) => (/^\d{1,2}$/.test(item) ? Number(item) : noItem);

/** One of a list, else the refusal that asks to choose one. */
export function chosenIn<Value extends string>(
  list: readonly Value[],
  typed: string | undefined,
  none: string,
): Outcome<Value> {
  const chosen = list.find((one) => one === typed);
  return chosen === undefined ? refused(none) : done(chosen);
}

export function reasonFrom<Reason extends string>(
  list: readonly Reason[],
  typed: TypedSession,
): Outcome<GivenReason<Reason>> {
  const chosen = chosenIn(list, typed.reason, "choose_reason");
  if (!chosen.ok) return chosen;
  const note = noteSchema.safeParse(typed.note ?? "");
  return note.success ? done({ reason: chosen.value, note: note.data }) : refused("too_long");
}

/** A poll as its form has it; an option of which nothing is written is none, and a scale has none. */
export function pollIn(typed: TypedSession): Outcome<Poll> {
  const kind = chosenIn<PollKind>(pollKinds, typed.kind, "choose_poll_kind");
  if (!kind.ok) return kind;
  const written = Array.from({ length: mostOptions }, (_, n) => pairIn(typed, `option.${n}.`));
  const options = kind.value === "scale" ? [] : written.filter(({ es, en }) => es !== "" || en !== "");
  const read = pollSchema.safeParse({
    kind: kind.value,
    words: { question: pairIn(typed, "question"), options },
  });
  return read.success ? done(read.data) : refused("too_long");
}

/** Places of what a ballot chooses, from 0. */
export const choicesIn = ({ choices = "" }: TypedSession) =>
  choices
    .split(" ")
    .filter((choice) => choice !== "")
    .map(Number);
