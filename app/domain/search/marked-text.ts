/** A text in pieces, those that answer the question marked; never HTML. */
export type Segment = { text: string; hit: boolean };

const open = "\uE000";
const close = "\uE001";

/**
 * Carries the marks of a folded copy over to the text as it was written: folding changes letters, never their number.
 * Where the two do not run alike, the text stands without marks.
 */
export function markedText(text: string, folded: string): Segment[] {
  const letters = [...text];
  const segments: Segment[] = [];
  let at = 0;
  let from = 0;
  let hit = false;
  const cut = () => {
    if (at > from) segments.push({ text: letters.slice(from, at).join(""), hit });
    from = at;
  };
  for (const letter of folded) {
    if (letter === open || letter === close) {
      cut();
      hit = letter === open;
    } else at += 1;
  }
  if (at !== letters.length) return text === "" ? [] : [{ text, hit: false }];
  cut();
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
