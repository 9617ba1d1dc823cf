import type { Words } from "~/domain/drafts/change-words";
import { done, type Outcome, refused } from "~/domain/outcome";
import { type AnswerDraft, answerDraftSchema } from "./question.form";

type Given = Pick<AnswerDraft, "addressee" | "answer"> & { question: AnswerDraft["question"] | null };

const nothing = { es: "", en: "" };

/** What is being written; a correction begins with the answer that it corrects. */
export const answerBegun = (draft: AnswerDraft | undefined, given: Given | undefined): AnswerDraft =>
  draft ?? {
    addressee: given?.addressee ?? "everyone",
    question: given?.question ?? nothing,
    answer: given?.answer ?? nothing,
    correction: nothing,
  };

/** A draft of an answer, field by field. */
export const answerWords = ({ addressee, question, answer, correction }: AnswerDraft): Words => ({
  addressee,
  questionEs: question.es,
  questionEn: question.en,
  answerEs: answer.es,
  answerEn: answer.en,
  correctionEs: correction.es,
  correctionEn: correction.en,
});

const pairIn = (words: Words, name: string) => ({
  es: words[`${name}Es`] ?? "",
  en: words[`${name}En`] ?? "",
});

export function answerIn(words: Words): Outcome<AnswerDraft> {
  const read = answerDraftSchema.safeParse({
    addressee: words.addressee,
    question: pairIn(words, "question"),
    answer: pairIn(words, "answer"),
    correction: pairIn(words, "correction"),
  });
  return read.success ? done(read.data) : refused("too_long");
}
