/** So many words in a row are no coincidence. */
const telling = 8;
/** A point shorter than this is a turn of phrase that anybody may use. */
const shortest = 4;

const wordsOf = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text repeats what a point says, word for word: its author could be known by their turns of phrase. */
export function quotesPoint(text: string, written: string): boolean {
  const point = wordsOf(written);
  if (point.length < shortest) return false;
  const length = Math.min(telling, point.length);
  const said = ` ${wordsOf(text).join(" ")} `;
  return point.some(
    (_, i) => i + length <= point.length && said.includes(` ${point.slice(i, i + length).join(" ")} `),
  );
}
