import type { Text } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import {
  type Agenda,
  agendaSchema,
  type Place,
  placeSchema,
  type Times,
  timesSchema,
} from "~/domain/roundtables/roundtable.form";
import { typedText } from "./typed-text";

/** The fields of a session's forms as they were typed. */
export type TypedSession = Record<string, string>;

/** Of a name that comes several times the values stand side by side, with a space between them. */
export const typedSession = (form: FormData): TypedSession =>
  Object.fromEntries(
    [...new Set(form.keys())].map((name) => [
      name,
      form
        .getAll(name)
        .flatMap((value) => (typeof value === "string" ? [plain(value)] : []))
        .join(" "),
    ]),
  );

/** A line end of a form is two characters; what is kept and cleared has one. */
const plain = (text: string) => text.replaceAll("\r\n", "\n");

/** A text typed once in each language: `nameEs`, `nameEn`. */
export const pairIn = (typed: TypedSession, name: string): Text => ({
  es: (typed[`${name}Es`] ?? "").trim(),
  en: (typed[`${name}En`] ?? "").trim(),
});

/** Items `item.N.…` in their order; one of which nothing is written is none. */
function itemsIn(typed: TypedSession) {
  const ns = Object.keys(typed).flatMap((name) => /^item\.(\d{1,2})\.titleEs$/.exec(name)?.slice(1) ?? []);
  return ns
    .map(Number)
    .sort((a, b) => a - b)
    .map((n) => ({ title: pairIn(typed, `item.${n}.title`), note: pairIn(typed, `item.${n}.note`) }))
    .filter(({ title, note }) => [title.es, title.en, note.es, note.en].some((words) => words !== ""));
}

export function agendaIn(typed: TypedSession): Outcome<Agenda> {
  const items = itemsIn(typed);
  if (items.length === 0) return refused("agenda_empty");
  const modes = typed.modes?.split(" ") ?? [];
  if (typed.presence !== undefined && modes.length === 0) return refused("modes_missing");
  const read = agendaSchema.safeParse({
    title: pairIn(typed, "title"),
    purpose: pairIn(typed, "purpose"),
    community: pairIn(typed, "community"),
    items,
    tlp: typed.tlp,
    chathamHouse: typed.chathamHouse === "1",
    retentionDays: typed.retentionDays === undefined ? undefined : Number(typed.retentionDays),
    modes: modes.length > 0 ? modes : undefined,
    presence: typed.presence,
  });
  return read.success ? done(read.data) : refused("too_long");
}

export function placeIn(typed: TypedSession): Outcome<Place> {
  const read = placeSchema.safeParse({ form: typed.form, where: (typed.where ?? "").trim() });
  return read.success ? done(read.data) : refused("too_long");
}

export function timesIn(typed: TypedSession): Outcome<Times> {
  const read = timesSchema.safeParse({ date: typed.date, from: typed.from, to: typed.to, zone: typed.zone });
  return read.success ? done(read.data) : refused("session_time_unreadable");
}

export const reasonIn = (form: FormData): Text => {
  const text = typedText(form);
  return { es: plain(text("reasonEs")), en: plain(text("reasonEn")) };
};
