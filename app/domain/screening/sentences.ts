export type Sentence = { text: string; at: number };

/** Abbreviations of reports as people space, dot or disguise them, at the same length. */
const disguised =
  /\b(?:[s5][.\-_ ]?a[.\-_ ]?r|s[.\-_]t[.\-_]r|r[.\-_ ]?[o0][.\-_ ]?i)(?:\.(?=[^a-z]|$)|(?=[^a-z.]|s\b|$))/g;
const end = /[.!?;](?=\s|["')\]»”]|$)|\n\s*\n|\n\s*(?=[-*•])/g;
const abbreviated = /\b(no|num|nro|art|sr|sra|mr|ms|mrs|dr|st|fracc|inc|vs|ref|ext|tel)$/;

/** Sentences of a text in small letters; a single line end does not part them, so that a phrase may run over it. */
export function sentencesOf(lower: string): Sentence[] {
  const text = lower.replace(disguised, (said) => {
    const letters = said
      .replace(/[.\-_ ]/g, "")
      .replace("5", "s")
      .replace("0", "o");
    return letters.padEnd(said.length);
  });
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(end)) {
    if (mark === "." && abbreviated.test(text.slice(Math.max(0, index - 6), index))) continue;
    sentences.push({ text: text.slice(start, index + mark.length), at: start });
    start = index + mark.length;
  }
  sentences.push({ text: text.slice(start), at: start });
  return sentences;
}
