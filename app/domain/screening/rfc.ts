import { isCalendarDay } from "./calendar-day";

const form = /^[A-ZÑ&]{3,4}(\d{6})[A-Z\d]{2}[\dA]$/;
const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

/** Of nobody: the general public, residents abroad, and the tax authority's own, printed in every guide. */
const ofNobody = ["XAXX010101000", "XEXX010101000", "SAT970701NN3"];

/** The last sign of an RFC, reckoned over the eleven (company) or twelve (person) before it. */
export function rfcCheckDigit(first: string) {
  const sum = [...first.padStart(12)].reduce(
    (total, sign, i) => total + alphabet.indexOf(sign) * (13 - i),
    0,
  );
  const rest = 11 - (sum % 11);
  return rest === 11 ? "0" : rest === 10 ? "A" : String(rest);
}

/** Twelve or thirteen signs in capitals, without spaces: form, day and check digit. */
export function isRfc(text: string) {
  const [, day = ""] = form.exec(text) ?? [];
  return isCalendarDay(day) && text.endsWith(rfcCheckDigit(text.slice(0, -1))) && !ofNobody.includes(text);
}

/** The ten signs of a person's RFC without what the tax authority adds; they carry no check digit. */
export const isRfcWithoutSuffix = (text: string) =>
  /^[A-ZÑ&]{4}\d{6}$/.test(text) && isCalendarDay(text.slice(4, 10));
