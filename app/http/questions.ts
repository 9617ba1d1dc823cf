import type { Text } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Asking } from "~/domain/questions/question.form";
import { askingSchema } from "~/domain/questions/question.form";
import { typedText } from "./typed-text";

/** A line end of a form is two characters; what is kept and counted has one. */
const plain = (text: string) => text.replaceAll("\r\n", "\n");

export function askingIn(form: FormData): Outcome<Asking> {
  const text = typedText(form);
  const read = askingSchema.safeParse({
    advisory: text("advisory"),
    redFlag: text("redFlag") || null,
    language: text("language"),
    text: plain(text("text")),
    naming: text("naming") || "unnamed",
  });
  return read.success ? done(read.data) : refused("too_long");
}

const pairIn = (text: (name: string) => string, name: string): Text => ({
  es: plain(text(`${name}Es`)),
  en: plain(text(`${name}En`)),
});

export const reasonIn = (form: FormData) => pairIn(typedText(form), "reason");
