/** Longer ones have to break somewhere on a narrow page. */
const longest = 24;
const id = /\b[A-Z]{2,8}(?:-[A-Z0-9][A-Za-z0-9]*)*-[A-Za-z]*\d+(?:#RF-\d+)?|\b\d{4}-\d{2}-\d{2}\b/g;

/** A text in pieces, the numbers and ids of the field and dates in figures apart: people read and copy each as one word, hyphens and all. */
export function idsInText(text: string): { text: string; isId: boolean }[] {
  const pieces: { text: string; isId: boolean }[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(id)) {
    if (found.length > longest) continue;
    if (index > from) pieces.push({ text: text.slice(from, index), isId: false });
    pieces.push({ text: found, isId: true });
    from = index + found.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isId: false });
  return pieces;
}
