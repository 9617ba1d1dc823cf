import { randomBytes } from "node:crypto";
import { escapeHtml } from "../escape-html";

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

export function fill({ pieces, holes }: Rendering, personal: Personal): Buffer<ArrayBuffer> {
  const [first, ...rest] = pieces;
  return Buffer.concat([
    ...(first ? [first] : []),
    ...rest.flatMap((piece, i) => {
      const hole = holes[i];
      return hole ? [Buffer.from(written(personal[hole.slot], hole)), piece] : [piece];
    }),
  ]);
}

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
