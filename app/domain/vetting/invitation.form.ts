import { z } from "zod";
import { languages } from "~/domain/advisories/advisory.form";
import { partRefused } from "~/domain/invitations/invitation";
import { storable } from "~/domain/storable";
import { isWrittenName } from "~/domain/written-name";

export const invitableKinds = ["institution", "authority", "guild", "civil"] as const;

/** A name on one line, which whoever decides on it reads as it is. */
export const nameLine = (most: number, least = "errors.organisation_name_missing") =>
  z
    .string()
    .default("")
    .transform((text) => storable(text.replace(/\s+/g, " ").trim()).normalize("NFC"))
    .pipe(
      z
        .string()
        .min(2, least)
        .max(most, "errors.too_long")
        .refine((name) => name === "" || isWrittenName(name), "errors.name_malformed"),
    );

/** Whoever is asked to be the first administrator. */
export const contactForm = z.object({
  contact: nameLine(120, "errors.contact_missing"),
  /** Checked by the room of invitations, which answers in its own words. */
  email: z.string().max(320, "errors.too_long").default(""),
  language: z.enum(languages, "errors.choice_unknown"),
});
export type InvitedContact = z.output<typeof contactForm>;

export const invitationForm = contactForm.extend({
  kind: z.enum(invitableKinds, "errors.choice_unknown"),
  shortName: nameLine(60),
  nameEs: nameLine(200),
  nameEn: nameLine(200),
});

/** What of the form a refusal is about, so that it is told there. */
export function partOfInvitationRefused(reason: string): "shortName" | "contact" | "email" | undefined {
  if (reason === "short_name_taken") return "shortName";
  const part = partRefused(reason);
  return part === "name" ? "contact" : part === "email" ? "email" : undefined;
}

export type InvitedOrganisation = z.output<typeof invitationForm>;
