import { z } from "zod";
import { languages } from "~/domain/advisories/advisory.form";
import { storable } from "~/domain/storable";

export const invitableKinds = ["institution", "authority", "guild", "civil"] as const;

const line = (least: string, most: number) =>
  z
    .string()
    .default("")
    .transform((text) => storable(text.replace(/\s+/g, " ").trim()))
    .pipe(z.string().min(2, least).max(most, "errors.too_long"));

/** Whoever is asked to be the first administrator. */
export const contactForm = z.object({
  contact: line("errors.contact_missing", 120),
  /** Checked by the room of invitations, which answers in its own words. */
  email: z.string().max(320, "errors.too_long").default(""),
  language: z.enum(languages, "errors.choice_unknown"),
});
export type InvitedContact = z.output<typeof contactForm>;

export const invitationForm = contactForm.extend({
  kind: z.enum(invitableKinds, "errors.choice_unknown"),
  shortName: line("errors.name_missing", 60),
  nameEs: line("errors.name_missing", 200),
  nameEn: line("errors.name_missing", 200),
});

export type InvitedOrganisation = z.output<typeof invitationForm>;
