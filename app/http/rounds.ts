import { Temporal } from "temporal-polyfill";
import type { Answer, Answers } from "~/domain/answers/answer";
import type { Filled } from "~/domain/answers/fill-sheet.server";
import { embargoAt } from "~/domain/drafts/embargo";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type Plan, planSchema } from "~/domain/rounds/round.form";
import { screenText } from "~/domain/screening/screen-text";

/** The fields of the plan's form as they were typed: each name with all of its values. */
export type TypedPlan = Record<string, string[]>;

export const typedPlan = (form: FormData): TypedPlan => {
  const typed: TypedPlan = {};
  for (const [name, value] of form) {
    if (typeof value === "string") typed[name] = [...(typed[name] ?? []), value];
  }
  return typed;
};

/** A plan as its form is filled in. `subject`: `typology:CODE`, or `advisory:VERSION:NUMBER`. */
export function planIn(typed: TypedPlan): Outcome<Plan> {
  const one = (name: string) => typed[name]?.[0] ?? "";
  const all = (name: string) => typed[name] ?? [];
  const closing = closingIn(typed);
  if (closing === undefined) return refused("closing_unreadable");
  const [kind, first = "", ...rest] = one("subject").split(":");
  const read = planSchema.safeParse({
    subject:
      kind === "advisory"
        ? { kind, version: Number(first), number: rest.join(":") }
        : { kind, code: [first, ...rest].join(":") },
    ...(typed.chosen ? { redFlags: all("redFlags") } : {}),
    mode: one("mode"),
    title: { es: one("titleEs"), en: one("titleEn") },
    readersStatement: { es: one("readersEs"), en: one("readersEn") },
    invited: {
      jurisdictions: all("invitedJurisdictions"),
      sectors: all("invitedSectors"),
      organisations: all("invitedOrganisations"),
    },
    tlp: one("tlp"),
    audience: {
      jurisdictions: all("jurisdictions"),
      sectors: all("sectors"),
      organisations: all("organisations"),
      members: [],
    },
    closesAt: closing,
  });
  if (read.success) return done(read.data);
  const tooLong = read.error.issues.some(({ message }) => message === "errors.too_long");
  return refused(tooLong ? "too_long" : "subject_unknown");
}

const written = ["titleEs", "titleEn", "readersEs", "readersEn"];

/** The fields of the form that hold words. */
export const wordsIn = (typed: TypedPlan) =>
  Object.fromEntries(written.map((name) => [name, typed[name]?.[0] ?? ""]));

/** Null while no end is given; undefined where what is given is none. */
export function closingIn(typed: TypedPlan): Date | null | undefined {
  const [date = "", time = "", zone = ""] = ["date", "time", "zone"].map((name) => typed[name]?.[0]);
  return date === "" ? null : embargoAt({ date, time: time === "" ? "18:00" : time, zone });
}

/** An end as the form shows it, on this zone's clock; without one only the hour at which most close. */
export function closingFields(closesAt: Date | null, zone: string) {
  if (!closesAt) return { date: "", time: "18:00", zone };
  const local = Temporal.Instant.fromEpochMilliseconds(closesAt.getTime()).toZonedDateTimeISO(zone);
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
    zone,
  };
}

/** What the form of a sheet says of each question: fields `row.question`, and `revision:row.question` of what was read. */
export function filledIn(form: FormData): Filled[] {
  const places = [...form.keys()].flatMap((name) => /^revision:(\d+)\.(\w+)$/.exec(name)?.slice(1, 3) ?? []);
  const filled: Filled[] = [];
  for (let i = 0; i < places.length; i += 2) {
    const [row = "", question = ""] = [places[i], places[i + 1]];
    const place = `${row}.${question}`;
    const revision = Number(form.get(`revision:${place}`));
    filled.push({ row: Number(row), question, answer: answerIn(form, place, question), revision });
  }
  return filled;
}

function answerIn(form: FormData, place: string, question: string): unknown {
  if (question === "corridor") {
    const [from, to] = [String(form.get(`${place}.from`) ?? ""), String(form.get(`${place}.to`) ?? "")];
    return from === "" && to === "" ? null : { from, to };
  }
  const values = form.getAll(place).map(String);
  if (question === "overlapsWith") return values.length > 0 ? values : null;
  return values[0]?.trim() ? values[0] : null;
}

/** The same as the page shows it again; what was emptied is not there. */
export const typedAnswers = (filled: Filled[]): Answers =>
  Object.fromEntries(
    filled.flatMap(({ row, question, answer }) =>
      answer === null ? [] : [[`${row}.${question}`, answer as Answers[string]]],
    ),
  );

/** What screening finds in each thing written, for the page that shows it. */
export const foundIn = (typed: Answers) =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([place, text]) =>
      typeof text === "string" ? [[place, { text, findings: screenText(text) }]] : [],
    ),
  );

type NotKept = { reason?: string; theirs?: { answer: Answer; revision: number; changedBy: string | null } };

/** What was typed and not kept, by place, with what stands against each. */
export const mineOf = (filled: Filled[], against: (place: string) => NotKept) =>
  Object.fromEntries(
    filled.map(({ row, question, answer, revision }) => {
      const place = `${row}.${question}`;
      // As the form has it: one value, several, or the two ends of a corridor.
      return [place, { answer: answer as Answer, revision, ...against(place) }];
    }),
  );
