/** A text in pieces, those that answer the question marked; never HTML. */
export type Segment = { text: string; hit: boolean };

const accents = "àáâãäåèéêëìíîïòóôõöùúûüçñ";
const letters = "aaaaaaeeeeiiiiooooouuuucn";
const bare = new Map([...accents].map((accent, i) => [accent, letters[i] ?? accent]));

/** Small letters without accents, as many as the text has: what stands at a place here stands there in the text. */
export function folded(text: string) {
  const small = text.toLowerCase();
  const same =
    small.length === text.length
      ? small
      : [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join("");
  return same.replace(/[à-ü]/g, (letter) => bare.get(letter) ?? letter);
}

/**
 * The words of these folded texts that may have one of the stems: a word and its stem begin alike, but for the likes of
 * "dying" and "die". Which of them do have it, the database knows, that made the stems.
 */
export function wordsLike(texts: string[], stems: string[]): string[] {
  const beginnings = new Set(stems.map((stem) => stem.slice(0, Math.max(1, Math.min(3, stem.length - 2)))));
  const wordy = [...beginnings].filter((beginning) => /^[\p{L}\p{N}]+$/u.test(beginning));
  if (wordy.length === 0) return [];
  const beginning = new RegExp(wordy.join("|"), "g");
  const words = new Set<string>();
  for (const text of texts) for (const { word } of wordsWith(text, beginning)) words.add(word);
  return [...words].slice(0, 2000);
}

/** What finds each of these folded words; undefined: there is none to find. */
export const wholeWords = (words: string[]) =>
  // At one place only the longest can be the whole word.
  words.length === 0 ? undefined : new RegExp(words.toSorted((a, b) => b.length - a.length).join("|"), "g");

// A class of all the world's letters takes longer to compile than a text to read: these are made once, what is looked for is plain.
const wordHere = /[\p{L}\p{N}]+/uy;
const letterBefore = /[\p{L}\p{N}]$/u;

/** The words of a text that begin with what is wanted, and how much of each that is. */
function* wordsWith(text: string, wanted: RegExp) {
  wanted.lastIndex = 0;
  for (let match = wanted.exec(text); match; match = wanted.exec(text)) {
    const { index, 0: found } = match;
    wordHere.lastIndex = index;
    const word = wordHere.exec(text)?.[0] ?? found;
    if (letterBefore.test(text.slice(Math.max(0, index - 2), index))) wanted.lastIndex = index + 1;
    else {
      yield { index, word, found };
      wanted.lastIndex = index + word.length;
    }
  }
}

/** Marks in a text what `wanted` finds in it folded. */
export function markWords(text: string, wanted: RegExp | undefined, plain = folded(text)): Segment[] {
  if (text === "") return [];
  if (!wanted) return [{ text, hit: false }];
  const segments: Segment[] = [];
  let at = 0;
  for (const { index, word, found } of wordsWith(plain, wanted)) {
    if (word !== found) continue;
    if (index > at) segments.push({ text: text.slice(at, index), hit: false });
    at = index + found.length;
    segments.push({ text: text.slice(index, at), hit: true });
  }
  if (at < text.length) segments.push({ text: text.slice(at), hit: false });
  return segments;
}

/** The stretch of about `length` characters with the most marks, cut between words, with an ellipsis where text is left out. */
export function excerpt(segments: Segment[], length = 240): Segment[] {
  const whole = segments.map(({ text }) => text).join("");
  if (whole.length <= length) return segments;

  const start = bestStart(segments, length);
  const from = start === 0 ? 0 : whole.indexOf(" ", start - 1) + 1 || start;
  const last = whole.lastIndexOf(" ", from + length);
  const to = from + length >= whole.length ? whole.length : last > from ? last : from + length;

  const kept: Segment[] = [];
  let at = 0;
  for (const { text, hit } of segments) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (piece !== "") kept.push({ text: piece, hit });
    at += text.length;
  }
  if (from > 0) kept.unshift({ text: "… ", hit: false });
  if (to < whole.length) kept.push({ text: " …", hit: false });
  return kept;
}

function bestStart(segments: Segment[], length: number) {
  const hits: { at: number; size: number }[] = [];
  let at = 0;
  for (const { text, hit } of segments) {
    if (hit) hits.push({ at, size: text.length });
    at += text.length;
  }
  let best = { start: 0, count: 0 };
  for (const [i, first] of hits.entries()) {
    const start = Math.max(0, first.at - 40);
    const count = hits.slice(i).filter((h) => h.at + h.size <= start + length).length;
    if (count > best.count) best = { start, count };
  }
  return Math.min(best.start, Math.max(0, at - length));
}
