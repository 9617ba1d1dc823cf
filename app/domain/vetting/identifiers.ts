import { isValidBIC } from "ibantools";

/** Identifiers are kept without the spaces and dashes in which people group them. */
export const compact = (typed: string) =>
  typed
    .normalize("NFKC")
    .replace(/[\s.-]/g, "")
    .toUpperCase();

/** ISO 17442: eighteen letters or digits and two check digits, by ISO 7064 MOD 97-10. */
export const isLei = (text: string) =>
  /^[0-9A-Z]{18}\d{2}$/.test(text) &&
  [...text].reduce((rest, sign) => Number(`${rest}${Number.parseInt(sign, 36)}`) % 97, 0) === 1;

/** ISO 9362: eight or eleven signs with a country that exists. */
export const isBic = (text: string) => isValidBIC(text);

/** The three digits with which the CLABEs of a Mexican institution begin. */
export const isClabeBank = (text: string) => /^(?!000)\d{3}$/.test(text);
