import type { Words } from "~/domain/drafts/change-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type ReplyTexts, replyTextsSchema } from "./reply.form";

const nothing = { es: "", en: "" };

/** A reply of which nothing is written yet. */
export const emptyReply: ReplyTexts = {
  said: nothing,
  answer: nothing,
  outcome: "acknowledged",
  note: nothing,
  amendedIn: null,
  answeredIn: null,
};

/** A reply, field by field. `version`: `N:NUMBER`, or nothing. */
export const replyWords = ({ said, answer, note, outcome, amendedIn, answeredIn }: ReplyTexts): Words => ({
  saidEs: said.es,
  saidEn: said.en,
  answerEs: answer.es,
  answerEn: answer.en,
  noteEs: note.es,
  noteEn: note.en,
  outcome,
  version: amendedIn ? `${amendedIn.n}:${amendedIn.number}` : "",
  answeredIn: answeredIn ?? "",
});

export function replyIn(words: Words): Outcome<ReplyTexts> {
  const of = (name: string) => words[name] ?? "";
  const [n, ...number] = of("version").split(":");
  const read = replyTextsSchema.safeParse({
    said: { es: of("saidEs"), en: of("saidEn") },
    answer: { es: of("answerEs"), en: of("answerEn") },
    note: { es: of("noteEs"), en: of("noteEn") },
    outcome: of("outcome"),
    amendedIn: of("version") === "" ? null : { number: number.join(":"), n: Number(n) },
    answeredIn: of("answeredIn") || null,
  });
  return read.success ? done(read.data) : refused("too_long");
}
