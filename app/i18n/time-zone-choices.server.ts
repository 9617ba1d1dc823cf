import type { Language } from "~/domain/advisories/advisory.form";
import { listTimeZones } from "~/domain/members/time-zone";
import { formatZone } from "./format";

const made = new Map<Language, { value: string; name: string }[]>();

/** Every zone with the name of its clock, as one engine knows them: the browser's list may differ. One's own is among them. */
export function timeZoneChoices(language: Language, at: Date, own: string) {
  const named = (value: string) => ({
    value,
    name: `${value.replaceAll("_", " ")} · ${formatZone(language, value, at)}`,
  });
  const choices = made.get(language) ?? listTimeZones().map(named);
  made.set(language, choices);
  return choices.some(({ value }) => value === own) ? choices : [...choices, named(own)];
}
