import type { Text } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ReplySubject } from "~/domain/replies/reply";
import { type ReplyTexts, replyTextsSchema, themeNameSchema } from "~/domain/replies/reply.form";
import { requireId } from "./ids";
import { typedText } from "./typed-text";

/** What a reply's address names: `row-1`, or the id of a theme. */
export function subjectIn(place: string | undefined): ReplySubject {
  const row = /^row-(\d{1,4})$/.exec(place ?? "")?.[1];
  return row === undefined ? { themeId: requireId(place) } : { row: Number(row) };
}

export type TypedReply = Record<
  "saidEs" | "saidEn" | "answerEs" | "answerEn" | "noteEs" | "noteEn" | "outcome" | "version" | "answeredIn",
  string
>;

export function typedReply(form: FormData): TypedReply {
  const text = typedText(form);
  return {
    saidEs: text("saidEs"),
    saidEn: text("saidEn"),
    answerEs: text("answerEs"),
    answerEn: text("answerEn"),
    noteEs: text("noteEs"),
    noteEn: text("noteEn"),
    outcome: text("outcome"),
    version: text("version"),
    answeredIn: text("answeredIn"),
  };
}

/** `version`: `N:NUMBER`, or nothing. */
export function replyIn(typed: TypedReply): Outcome<ReplyTexts> {
  const [n, ...number] = typed.version.split(":");
  const read = replyTextsSchema.safeParse({
    said: { es: typed.saidEs, en: typed.saidEn },
    answer: { es: typed.answerEs, en: typed.answerEn },
    note: { es: typed.noteEs, en: typed.noteEn },
    outcome: typed.outcome,
    amendedIn: typed.version === "" ? null : { number: number.join(":"), n: Number(n) },
    answeredIn: typed.answeredIn || null,
  });
  return read.success ? done(read.data) : refused("too_long");
}

export function typedName(form: FormData): Text {
  const text = typedText(form);
  return { es: text("es"), en: text("en") };
}

export function themeNameIn(typed: Text): Outcome<Text> {
  const read = themeNameSchema.safeParse(typed);
  return read.success ? done(read.data) : refused("too_long");
}
