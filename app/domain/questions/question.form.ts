import { z } from "zod";
import { languages } from "~/domain/advisories/advisory.form";
import { addressees, longestAnswer, longestQuestion, namings } from "./question";

const textUpTo = (most: number) => {
  const part = z.string().max(most, "errors.too_long");
  return z.object({ es: part, en: part });
};

export const askingSchema = z.object({
  advisory: z.string().max(80),
  /** A red flag's public id; null: about the advisory as a whole. */
  redFlag: z.string().max(80).nullable().default(null),
  language: z.enum(languages),
  text: z.string().max(longestQuestion, "errors.too_long"),
  naming: z.enum(namings).default("unnamed"),
});
export type Asking = z.infer<typeof askingSchema>;

export const answerDraftSchema = z.object({
  addressee: z.enum(addressees),
  /** The question in the authority's words, for everyone; without meaning for an answer to the asker. */
  question: textUpTo(longestQuestion),
  answer: textUpTo(longestAnswer),
  /** What a later version corrects; without meaning in the first. */
  correction: textUpTo(longestQuestion),
});
export type AnswerDraft = z.infer<typeof answerDraftSchema>;

export const reasonSchema = textUpTo(longestQuestion);
