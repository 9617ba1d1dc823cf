import { z } from "zod";
import { longText, shortText } from "~/domain/advisories/advisory.form";
import { attributions, presenceRules } from "./attribution";
import { longestRetention, mostSeats, shortestRetention, usualRetention } from "./roundtable";

export const roundtableTlps = ["GREEN", "AMBER", "AMBER+STRICT", "RED"] as const;

export const agendaSchema = z.object({
  title: shortText,
  purpose: longText,
  items: z
    .array(z.object({ title: shortText, note: longText }))
    .min(1, "errors.too_short")
    .max(30),
  tlp: z.enum(roundtableTlps),
  /** Who the community of TLP:GREEN is. */
  community: shortText,
  chathamHouse: z.boolean(),
  /** Days after the end until the key is destroyed. */
  retentionDays: z.number().int().min(shortestRetention).max(longestRetention).default(usualRetention),
  /** As whom one may speak. */
  modes: z
    .array(z.enum(attributions))
    .min(1, "errors.too_short")
    .default([...attributions]),
  presence: z.enum(presenceRules).default("organisations"),
});
export type Agenda = z.infer<typeof agendaSchema>;

export const placeForms = ["in-person", "video"] as const;

export const placeSchema = z.object({
  form: z.enum(placeForms),
  /** An address, or the link of the call. */
  where: z.string().max(500, "errors.too_long"),
});
export type Place = z.infer<typeof placeSchema>;

/** As it is written on the zone's clock. */
export const timesSchema = z.object({
  date: z.iso.date(),
  from: z.string().regex(/^\d{2}:\d{2}$/),
  to: z.string().regex(/^\d{2}:\d{2}$/),
  zone: z.string().max(60),
});
export type Times = z.infer<typeof timesSchema>;

export const seatsSchema = z.number().int().min(1).max(mostSeats);
