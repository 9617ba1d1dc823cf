import { isCalendarDay } from "./calendar-day";

const states =
  "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE";
const form = /^[A-ZÑ]{4}(\d{6})[HMX]([A-Z]{2})[A-ZÑ]{3}[A-Z\d]\d$/;
const alphabet = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

/** The last digit of a CURP, reckoned over the seventeen signs before it. */
export function curpCheckDigit(first: string) {
  const sum = [...first].reduce((total, sign, i) => total + alphabet.indexOf(sign) * (18 - i), 0);
  return String((10 - (sum % 10)) % 10);
}

/** Eighteen signs in capitals, without spaces: form, day, sex, state of birth and check digit. */
export function isCurp(text: string) {
  const [, day = "", state = ""] = form.exec(text) ?? [];
  return (
    isCalendarDay(day) &&
    states.split(" ").includes(state) &&
    text.endsWith(curpCheckDigit(text.slice(0, 17)))
  );
}
