import { z } from "zod";
import { isTimeZone } from "./time-zone";

// What a mail client would turn into a link, and signs that nobody's name has, stay out of what mails repeat.
const namelike = /^[^\p{Cc}\p{Cf}<>@/\\|{}[\]#]+$/u;

export const personName = z
  .string()
  .trim()
  .min(1, "errors.name_missing")
  .max(120, "errors.name_too_long")
  .regex(namelike, "errors.name_malformed");

const language = z.enum(["es", "en"], "errors.language_unknown");

export const profileForm = z.object({
  name: personName,
  language,
  timeZone: z.string().refine(isTimeZone, "errors.time_zone_unknown"),
});
export type Profile = z.output<typeof profileForm>;
