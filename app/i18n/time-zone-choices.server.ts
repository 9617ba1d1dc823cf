import type { Language } from "~/domain/advisories/advisory.form";
import { listTimeZones } from "~/domain/members/time-zone";
import { formatZone } from "./format";

const made = new Map<Language, { value: string; name: string }[]>();

/** Every zone with the name of its clock, as one engine knows them: the browser's list may differ. */
export function timeZoneChoices(language: Language, at: Date) {
  const choices =
    made.get(language) ??
    listTimeZones().map((value) => ({
      value,
      name: `${value.replaceAll("_", " ")} · ${formatZone(language, value, at)}`,
    }));
  made.set(language, choices);
  return choices;
}
