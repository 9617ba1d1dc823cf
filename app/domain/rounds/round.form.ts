import { z } from "zod";
import { audienceSchema, longText, shortText, tlpLabels } from "~/domain/advisories/advisory.form";
import { mostRedFlags, roundModes } from "./round";

/** What a round asks about: a typology's red flags in force, or those of one version of an advisory. */
const subject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("typology"), code: z.string().max(80) }),
  z.object({ kind: z.literal("advisory"), number: z.string().max(80), version: z.number().int().min(1) }),
]);
export type Subject = z.infer<typeof subject>;

/** A plan may be kept unfinished; opening asks for all of it. */
export const planSchema = z.object({
  subject,
  /** Public ids; left out: every red flag of the subject that is in force. */
  redFlags: z
    .array(z.string().max(80))
    .max(10 * mostRedFlags)
    .optional(),
  mode: z.enum(roundModes),
  title: shortText,
  readersStatement: longText,
  invited: audienceSchema.omit({ members: true }),
  tlp: z.enum(tlpLabels),
  audience: audienceSchema,
  closesAt: z.date().nullable(),
});
export type Plan = z.infer<typeof planSchema>;
