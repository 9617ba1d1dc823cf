import { asDigits } from "./find-codes";
import { type Group, joins } from "./groups";
import type { PlainText } from "./plain-text";

const spelled = new Map(
  Object.entries({
    cero: "0",
    uno: "1",
    una: "1",
    dos: "2",
    tres: "3",
    cuatro: "4",
    cinco: "5",
    seis: "6",
    siete: "7",
    ocho: "8",
    nueve: "9",
    zero: "0",
    oh: "0",
    one: "1",
    two: "2",
    three: "3",
    four: "4",
    five: "5",
    six: "6",
    seven: "7",
    eight: "8",
    nine: "9",
  }),
);

export type DigitGroup = { digits: string; start: number; end: number; spelled: boolean };

/** Stretches of digit groups that only spaces, dashes, dots or line ends part: `O` and `l` among digits, and digits spelled out, are read as digits. */
export function digitRuns(plain: PlainText, groups: Group[]): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let run: DigitGroup[] = [];
  let last: Group | undefined;
  for (const group of groups) {
    const digits = digitsOf(group);
    const joined =
      digits !== undefined && last !== undefined && last.end !== group.start && joins(plain, last, group);
    // A comma and a space part the items of a list.
    const listed =
      last !== undefined &&
      digits?.spelled === false &&
      /, |[:()].*[:()]/.test(plain.text.slice(last.end, group.start));
    if (digits && joined && !listed) run.push(digits);
    else {
      if (run.length > 0) runs.push(run);
      run = digits ? [digits] : [];
    }
    last = group;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function digitsOf({ text, start, end }: Group): DigitGroup | undefined {
  if (/^\d+$/.test(text)) return { digits: text, start, end, spelled: false };
  if (/^[\dOolI]+$/.test(text) && /\d/.test(text))
    return { digits: asDigits(text), start, end, spelled: false };
  const word = spelled.get(text.toLowerCase());
  return word === undefined ? undefined : { digits: word, start, end, spelled: true };
}

export type Window = { digits: string; sizes: number[]; spelled: boolean; from: number; to: number };

/** Every row of consecutive groups with at most `most` digits in all; `sizes` is the same array throughout a start. */
export function* windowsOf(run: DigitGroup[], most: number): Generator<Window> {
  for (let i = 0; i < run.length; i++) {
    let digits = "";
    const sizes: number[] = [];
    const from = run[i]?.start ?? 0;
    let spelled = true;
    for (let j = i; j < run.length; j++) {
      const group = run[j];
      if (!group || digits.length + group.digits.length > most) break;
      digits += group.digits;
      sizes.push(group.digits.length);
      spelled &&= group.spelled;
      yield { digits, sizes, spelled, from, to: group.end };
    }
  }
}
