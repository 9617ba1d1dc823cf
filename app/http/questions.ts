import type { Text } from "~/domain/advisories/advisory.form";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Asking } from "~/domain/questions/question.form";
import { type AnswerDraft, answerDraftSchema, askingSchema } from "~/domain/questions/question.form";
import { screened } from "./screened";
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

/** What is written towards an answer, and all of it again for the page where it does not fit. */
export function answerIn(form: FormData) {
  const text = typedText(form);
  const addressee = text("addressee") === "asker" ? ("asker" as const) : ("everyone" as const);
  const written: AnswerDraft = {
    addressee,
    question: pairIn(text, "question"),
    answer: pairIn(text, "answer"),
    correction: pairIn(text, "correction"),
  };
  const fits = answerDraftSchema.safeParse(written).success;
  const checked: Outcome<AnswerDraft> = fits ? done(written) : refused("too_long");
  return { written, checked, revision: Number(text("revision")) };
}

export const reasonIn = (form: FormData) => pairIn(typedText(form), "reason");

/** What screening finds in each text of an answer, for the page that shows it. */
export const foundInAnswer = ({ question, answer, correction }: AnswerDraft) => ({
  question: bothScreened(question),
  answer: bothScreened(answer),
  correction: bothScreened(correction),
});

const bothScreened = ({ es, en }: Text) => ({ es: screened(es), en: screened(en) });
