import { type Refused, refused } from "~/domain/outcome";
import { screenText } from "~/domain/screening/screen-text";

export const screened = (text: string) => ({ text, findings: screenText(text) });

/** A refusal of words that identify someone, with what was found in each field: said there, scripts or none. */
export function atFields(refusal: Refused, typed: Record<string, string>): Refused {
  if (refusal.reason !== "screened") return refusal;
  const found = Object.entries(typed).flatMap(([name, text]) => {
    const one = screened(text);
    return one.findings.length > 0 ? [[name, one]] : [];
  });
  return refused(refusal.reason, { ...refusal.facts, found: Object.fromEntries(found) });
}
