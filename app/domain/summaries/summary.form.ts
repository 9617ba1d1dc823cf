import { z } from "zod";
import { audienceSchema, shortText } from "~/domain/advisories/advisory.form";
import { periods, summaryTlps } from "./summary";

const body = z.string().max(20_000, "errors.too_long");

export const summarySchema = z.object({
  title: shortText,
  body: z.object({ es: body, en: body }),
  tlp: z.enum(summaryTlps),
  /** Nobody, unless it is said. */
  audience: audienceSchema.omit({ members: true }),
  /** How fine the date is that stands on it. */
  period: z.enum(periods),
  /** Of the authorities that convened, those that put their name to it. */
  issuers: z.array(z.uuid()).min(1, "errors.too_short").max(20),
});
export type SummaryWords = z.infer<typeof summarySchema>;
