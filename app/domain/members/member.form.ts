import { z } from "zod";
import { timeZoneNamed } from "./time-zone";

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
  timeZone: z.string().transform((name, context) => {
    const zone = timeZoneNamed(name);
    if (!zone) context.addIssue({ code: "custom", message: "errors.time_zone_unknown" });
    return zone ?? name;
  }),
});
export type Profile = z.output<typeof profileForm>;
