import { z } from "zod";
import { longText, shortText } from "~/domain/advisories/advisory.form";
import { replyOutcomes } from "./reply";

export const themeNameSchema = shortText;

/** A version of an advisory that is published already. */
const versionSchema = z.object({ number: z.string().max(80), n: z.number().int().min(1) });

export const replyTextsSchema = z.object({
  said: longText,
  answer: longText,
  outcome: z.enum(replyOutcomes),
  note: longText,
  amendedIn: versionSchema.nullable(),
  /** Id of an answer to everyone; without meaning where the outcome is another. */
  answeredIn: z.uuid().nullable().default(null),
});
export type ReplyTexts = z.infer<typeof replyTextsSchema>;
