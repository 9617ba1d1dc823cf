import type { Text } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { ReplySubject } from "~/domain/replies/reply";
import { themeNameSchema } from "~/domain/replies/reply.form";
import { requireId } from "./ids";
import { typedText } from "./typed-text";

/** What a reply's address names: `row-1`, or the id of a theme. */
export function subjectIn(place: string | undefined): ReplySubject {
  const row = /^row-(\d{1,4})$/.exec(place ?? "")?.[1];
  return row === undefined ? { themeId: requireId(place) } : { row: Number(row) };
}

export function typedName(form: FormData): Text {
  const text = typedText(form);
  return { es: text("es"), en: text("en") };
}

export function themeNameIn(typed: Text): Outcome<Text> {
  const read = themeNameSchema.safeParse(typed);
  return read.success ? done(read.data) : refused("too_long");
}
