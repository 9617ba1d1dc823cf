import { randomBytes } from "node:crypto";
import { escapeHtml } from "~/escape-html";

/** What belongs to one request alone. */
export type Personal = { nonce: string; name: string; organisation: string };
type Slot = keyof Personal;

// Letters and digits pass every escaping unchanged, and nobody can write what they cannot guess.
const mark = () => randomBytes(20).toString("hex");
export const marks: Personal = { nonce: mark(), name: mark(), organisation: mark() };
const anyMark = new RegExp(Object.values(marks).join("|"), "g");
const slotOf = new Map(Object.entries(marks).map(([slot, text]) => [text, slot as Slot]));

type Hole = { slot: Slot; inScript: boolean };
/** A rendered page with holes where the marks stood: one more piece than holes. */
export type Rendering = { pieces: Buffer[]; holes: Hole[]; bytes: number };

export function cutAtMarks(html: string): Rendering {
  const rendering: Rendering = { pieces: [], holes: [], bytes: 0 };
  const keep = (text: string) => {
    const piece = Buffer.from(text);
    rendering.pieces.push(piece);
    rendering.bytes += piece.length;
  };
  let at = 0;
  for (const { index, 0: text } of html.matchAll(anyMark)) {
    const slot = slotOf.get(text);
    if (!slot) continue;
    keep(html.slice(at, index));
    at = index + text.length;
    rendering.holes.push({ slot, inScript: isInScript(html, index) });
  }
  keep(html.slice(at));
  return rendering;
}

type Shared = { bytes: Buffer; piece: number };
type Own = { bytes: Buffer; piece: undefined; value: string };

/** What a page is made of for one reader, in order: the pieces that all have by their place, and what is theirs. */
export const piecesFor = ({ pieces, holes }: Rendering, personal: Personal): (Shared | Own)[] =>
  pieces.flatMap((bytes, piece): (Shared | Own)[] => {
    const hole = holes[piece - 1];
    if (!hole) return [{ bytes, piece }];
    const value = written(personal[hole.slot], hole);
    return [
      { bytes: Buffer.from(value), piece: undefined, value },
      { bytes, piece },
    ];
  });

export const fill = (rendering: Rendering, personal: Personal): Buffer<ArrayBuffer> =>
  Buffer.concat(piecesFor(rendering, personal).map(({ bytes }) => bytes));

function isInScript(html: string, place: number) {
  const opened = html.lastIndexOf("<script", place);
  // The nonce is an attribute of the tag itself.
  return opened > html.lastIndexOf("</script", place) && html.indexOf(">", opened) < place;
}

const written = (value: string, { inScript }: Hole) => (inScript ? inHandoff(value) : escapeHtml(value));

/** In a script a value stands within a JSON text within a string of JavaScript. */
function inHandoff(value: string) {
  const once = (text: string) => JSON.stringify(text).slice(1, -1);
  return once(once(value)).replace(
    /[&<>\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
