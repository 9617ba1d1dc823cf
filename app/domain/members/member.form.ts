import { z } from "zod";
import { isWrittenName } from "~/domain/written-name";
import { timeZoneNamed } from "./time-zone";

// Mails repeat names, and a mail client would make a link of `name.mx` and of what has a slash.
const apart = (name: string) => name.replace(/\.(?=\p{L}{2})/gu, ". ");

export const personName = z
  .string()
  .trim()
  .min(1, "errors.name_missing")
  .max(120, "errors.name_too_long")
  .refine((name) => isWrittenName(name) && !name.includes("/"), "errors.name_malformed")
  .transform((name) => apart(name.normalize("NFC")));

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
