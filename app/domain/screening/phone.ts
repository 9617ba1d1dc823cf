import { type CountryCode, isValidPhoneNumber } from "libphonenumber-js/min";
import type { Window } from "./digit-runs";
import { around } from "./groups";
import type { PlainText } from "./plain-text";

const spokenOf =
  /\b(tel|tels|telefonos?|telefonic[oa]s?|phones?|cel|celular(es)?|cell|movil(es)?|mobile|whatsapp|wa|llam(ar|e|en|arle|ada|o)|marcar|marque|call|called|text|texted|sms|fax|contact|contacto|contactar|contacted|lada|numero de contacto|reach)\b/;

/** Paid by who is called: lines of offices, never a person's. */
const tollFree = /^(800|822|833|844|855|866|877|888)/;

const largeMexicanCities = /^(55|56|33|81)/;
const shapes = ["3-3-4", "1-3-3-4", "2-3-3-4", "2-1-3-3-4"];
const cityShapes = ["2-4-4", "2-2-4-4", "2-1-2-4-4"];

/** A number that can be dialled in Mexico, the United States or, after a plus sign, anywhere; ten digits in a row only where the words speak of a telephone. */
export function isPhone(plain: PlainText, { digits, sizes, spelled, from, to }: Window): boolean {
  const plus = /\+\s?\(?$/.test(plain.text.slice(Math.max(0, from - 3), from));
  if (digits.length < (plus ? 8 : 10) || digits.length > (plus ? 15 : 13)) return false;
  const own = national(digits);
  if (tollFree.test(own)) return false;
  if (plus && sizes.length < 7) return isValidPhoneNumber(`+${digits}`);
  if (own.length !== 10) return false;
  const evenly = /^\D*?\d+\D*?([-. ]|\) ?)\d+[-. ]\d+/.test(plain.text.slice(Math.max(0, from - 1), to));
  const asWritten = evenly && sizes.length > 2 && written(sizes.join("-"), digits, own);
  return (asWritten || spelled || spokenOf.test(around(plain, from, to))) && isDialled(digits, own);
}

const written = (shape: string, digits: string, own: string) => {
  if (shapes.includes(shape)) return digits.length === 10 || /^(1|52|521|01|044|045)/.test(digits);
  return cityShapes.includes(shape) && largeMexicanCities.test(own);
};

const national = (digits: string) =>
  digits.length > 10 ? digits.replace(/^(521|52|044|045|01|1)(?=\d{10}$)/, "") : digits;

function isDialled(digits: string, own: string) {
  const countries: CountryCode[] = /^52/.test(digits) && digits.length > 10 ? ["MX"] : ["US", "MX"];
  return countries.some(
    (country) => isValidPhoneNumber(own, country) && (country === "MX" || /^[2-9][0-8]\d[2-9]/.test(own)),
  );
}
