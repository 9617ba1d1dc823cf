import { z } from "zod";
import { shortText } from "~/domain/advisories/advisory.form";
import { pollKinds } from "./floor";

/** What a chair says with a reason from a list. */
export const longestNote = 500;
export const noteSchema = z.string().max(longestNote, "errors.too_long");

export const pollSchema = z.object({
  kind: z.enum(pollKinds),
  words: z.object({ question: shortText, options: z.array(shortText) }),
});
export type Poll = z.infer<typeof pollSchema>;
