import { countrySpecs, isValidIBAN } from "ibantools";
import { isCurp } from "./curp";
import type { Kind } from "./finding";
import { before, type Group, joins } from "./groups";
import type { PlainText } from "./plain-text";
import { isRfc, isRfcWithoutSuffix } from "./rfc";

/** A stretch of the plain text. */
export type Stretch = { kind: Kind; from: number; to: number };

const longest = 18;
const mostOfAll = 34;

/** CURP, RFC and IBAN, in one piece or in several. */
export function findCodes(plain: PlainText, groups: Group[]): Stretch[] {
  const found: Stretch[] = [];
  for (const [i, first] of groups.entries()) {
    // None of them begins with more letters than an IBAN, or is without a digit for long.
    if (
      !/^[A-Za-zÑñ&]{1,6}(?![A-Za-zÑñ])/.test(first.text) ||
      !/\d/.test(plain.text.slice(first.start, first.start + 30))
    )
      continue;
    // An IBAN's country, which may stand alone before its digits, says how long it is.
    const most =
      first.text.length === 1
        ? mostOfAll
        : Math.max(longest, countrySpecs[first.text.slice(0, 2).toUpperCase()]?.chars ?? 0);
    let code = "";
    let last = first;
    for (let j = i; j < groups.length && code.length < most; j++) {
      const next = groups[j];
      if (!next || (j > i && !joins(plain, last, next))) break;
      last = next;
      code += next.text.toUpperCase();
      const kind = codeKind(code, plain, first.start);
      if (kind) found.push({ kind, from: first.start, to: next.end });
    }
  }
  return found;
}

function codeKind(code: string, plain: PlainText, at: number): Kind | undefined {
  if (code.length === 18 && isCurp(asForm(code, 4, 10) + code.slice(10, 17) + asDigits(code.slice(17))))
    return "curp";
  if (code.length === 13 && isRfc(asForm(code, 4, 10) + code.slice(10))) return "rfc";
  if (code.length === 12 && isRfc(asForm(code, 3, 9) + code.slice(9))) return "rfc";
  if (
    code.length === 10 &&
    isRfcWithoutSuffix(code) &&
    /\brfc\b[^a-z]{0,3}(\w{1,10}[^a-z\d]{1,3}){0,3}$/.test(before(plain, at))
  )
    return "rfc";
  if (countrySpecs[code.slice(0, 2)]?.chars !== code.length) return undefined;
  return isValidIBAN(code.slice(0, 2) + asDigits(code.slice(2, 4)) + code.slice(4)) ? "iban" : undefined;
}

/** Letters, then digits: a letter where a digit belongs, or the other way, is read as the one that it looks like. */
const asForm = (code: string, letters: number, digits: number) =>
  code.slice(0, letters).replaceAll("0", "O").replaceAll("1", "I") + asDigits(code.slice(letters, digits));

export const asDigits = (text: string) => text.replace(/[oO]/g, "0").replace(/[lI|]/g, "1");
