/** The text as a reader sees it, sign by sign; `starts` and `ends` lead each sign back to what was typed. */
export type PlainText = { text: string; lower: string; starts: number[]; ends: number[] };

const lookAlikes = new Map(
  [
    ["АΑ", "A"],
    ["ВΒ", "B"],
    ["СϹ", "C"],
    ["ЕΕ", "E"],
    ["НΗ", "H"],
    ["ІӀΙ", "I"],
    ["Ј", "J"],
    ["КΚ", "K"],
    ["МΜ", "M"],
    ["Ν", "N"],
    ["ОΟՕ", "O"],
    ["РΡ", "P"],
    ["Ѕ", "S"],
    ["ТΤ", "T"],
    ["ХΧ", "X"],
    ["ҮΥ", "Y"],
    ["Ζ", "Z"],
    ["аɑα", "a"],
    ["сϲ", "c"],
    ["ԁ", "d"],
    ["еҽ", "e"],
    ["һ", "h"],
    ["іι", "i"],
    ["ј", "j"],
    ["ӏ", "l"],
    ["оοօ", "o"],
    ["рρ", "p"],
    ["ѕ", "s"],
    ["υ", "u"],
    ["ѵν", "v"],
    ["хχ", "x"],
    ["уγ", "y"],
    ["ı", "i"],
    ["·•∙․。｡", "."],
    ["⁄∕", "/"],
    ["⁎∗", "*"],
    ["‘’ʼ", "'"],
    ["“”«»", '"'],
  ].flatMap(([from = "", to = ""]) => [...from].map((sign): [string, string] => [sign, to])),
);

const digit = /^\p{Nd}$/u;

/** Every script's digits stand in a row of ten, zero first. */
function digitOf(sign: string) {
  const code = sign.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && digit.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}

function seen(sign: string): string {
  const known = lookAlikes.get(sign);
  if (known !== undefined) return known;
  if (sign === "ñ" || sign === "Ñ") return sign;
  if (/^[\p{M}\p{Cf}]$/u.test(sign)) return "";
  if (sign === "\u2028" || sign === "\u2029") return "\n";
  if (/^\p{Z}$/u.test(sign)) return " ";
  if (/^[\p{Pd}−]$/u.test(sign)) return "-";
  const spread = [...sign.normalize("NFKD")].filter((part) => !/^\p{M}$/u.test(part));
  return spread
    .map((part) =>
      /^[!-~]$/.test(part) ? part : digit.test(part) ? digitOf(part) : (lookAlikes.get(part) ?? part),
    )
    .join("");
}

/**
 * Takes off what hides an identifier from a program and not from a reader: invisible signs, accents, wide and styled letters,
 * other scripts' digits, look-alike letters, every kind of space and dash. Ñ stays, because an RFC has it.
 */
export function plainTextOf(typed: string): PlainText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let newlines = 0;
  for (let at = 0; at < typed.length; ) {
    const code = typed.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const shown =
      code < 0x80
        ? code < 32 && code !== 10
          ? " "
          : String.fromCharCode(code)
        : seen(String.fromCodePoint(code));
    const last = parts.length - 1;
    if (code === 0x303 && /[nN]/.test(parts[last] ?? "")) {
      parts[last] = parts[last] === "n" ? "ñ" : "Ñ";
      ends[last] = at + width;
    }
    if (/\s/.test(shown)) {
      // A long row of spaces says no more than one, and would make patterns try every part of it.
      const lines = shown === "\n" ? ++newlines : newlines;
      if (shown === "\n" ? lines > 2 : parts[last] === " ") {
        at += width;
        continue;
      }
    } else if (shown !== "") newlines = 0;
    for (let i = 0; i < shown.length; i++) {
      parts.push(shown.charAt(i));
      starts.push(at);
      ends.push(at + width);
    }
    at += width;
  }
  const text = parts.join("");
  const lower = text.toLowerCase().replaceAll("ñ", "n");
  // A letter whose small form is longer would shift every place after it.
  return { text, lower: lower.length === text.length ? lower : parts.map(lowered).join(""), starts, ends };
}

const lowered = (sign: string) => (sign.toLowerCase().length === 1 ? sign.toLowerCase() : sign);

/** Where a stretch of the plain text stands in what was typed. */
export const typedSpan = ({ starts, ends }: PlainText, from: number, to: number) => ({
  start: starts[from] ?? 0,
  end: ends[to - 1] ?? 0,
});
