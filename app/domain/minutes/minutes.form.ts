import { z } from "zod";
import { longText } from "~/domain/advisories/advisory.form";

export const notesSchema = z.object({
  /** What was spoken of as a whole. */
  summary: longText,
  /** One for each item of the agenda, in its order. */
  items: z.array(longText).max(30),
});
export type Notes = z.infer<typeof notesSchema>;

export const shortestComments = 1;
export const usualComments = 10;
export const longestComments = 60;
