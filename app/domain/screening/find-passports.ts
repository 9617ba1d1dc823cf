import type { Stretch } from "./find-codes";
import { after, before, type Group } from "./groups";
import type { PlainText } from "./plain-text";

const spokenOf = /passport|pasaporte/;
/** Mexico: a letter and eight digits; the United States: nine digits, or a letter and eight; elsewhere up to two letters and six to nine. */
const form = /^([A-Za-z]{0,2}\d{6,9})$/;

/** Passports have forms that ordinary codes share, so that only those beside the word are taken for one. */
export function findPassports(plain: PlainText, groups: Group[]): Stretch[] {
  if (!spokenOf.test(plain.lower)) return [];
  return groups.flatMap((first, i) => {
    let text = "";
    let end = first.start;
    const found: Stretch[] = [];
    for (const part of groups.slice(i, i + most)) {
      if (text !== "" && !/^[ .\n-]$/.test(plain.text.slice(end, part.start))) break;
      text += part.text;
      end = part.end;
      if (
        isPassport(text) &&
        !/^\d{3}\D\d{2}\D\d{4}$/.test(plain.text.slice(first.start, end)) &&
        isSpokenOf(plain, first.start, end)
      )
        found.push({ kind: "passport", from: first.start, to: end });
    }
    return found;
  });
}

/** In how many pieces one is written at the most. */
const most = 4;

const isPassport = (text: string) =>
  form.test(text) && !isDay(text) && (/[A-Za-z]/.test(text) || /^\d{8,9}$/.test(text));
const isSpokenOf = (plain: PlainText, from: number, to: number) =>
  spokenOf.test(`${before(plain, from)} ~ ${after(plain, to)}`) && !/[$€]\s?$/.test(before(plain, from, 3));
/** 20240315 */
const isDay = (text: string) => /^(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])$/.test(text);
