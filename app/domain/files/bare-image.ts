/** What a camera or a program wrote beside the picture, its author and place above all, is left out; the picture is not touched. */

/** Of a JPEG's segments what is needed to draw it; a colour profile has the name of its owner's screen. Undefined for no whole JPEG. */
export function bareJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (const { marker, from, to, isLast } of segmentsOf(bytes) ?? []) {
    if (isNeeded(marker)) kept.push(bytes.subarray(from, to));
    if (isLast) return Buffer.concat(kept);
  }
  return undefined;
}

const adobe = 0xee;
const comment = 0xfe;
const isNeeded = (marker: number) =>
  marker === adobe || !((marker >= 0xe0 && marker <= 0xef) || marker === comment);

type Segment = { marker: number; from: number; to: number; isLast: boolean };

/** Up to the picture itself, which is the last one, and after whose end there is nothing. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xda) {
      segments.push({ marker, from: at, to: endOf(bytes, at), isLast: true });
      return segments;
    }
    const to = at + 2 + view.getUint16(at + 2);
    if (to > bytes.length) return undefined;
    segments.push({ marker, from: at, to, isLast: false });
    at = to;
  }
  return undefined;
}

/** Phones hang a second picture, with all that the first one said of itself, behind the end of the first. */
function endOf(bytes: Uint8Array, from: number) {
  for (let at = from; at + 1 < bytes.length; at += 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return bytes.length;
}

/** By how many quarters it is to be turned to stand upright, as the camera noted. */
export function quartersOf(bytes: Uint8Array): number {
  const exif = segmentsOf(bytes)?.find(({ marker, from }) => marker === 0xe1 && isExif(bytes, from + 4));
  if (!exif) return 0;
  const start = exif.from + 10;
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, exif.to - start);
  return quarters[orientationIn(view)] ?? 0;
}

const quarters: Record<number, number> = { 3: 2, 4: 2, 5: 1, 6: 1, 7: 3, 8: 3 };

const isExif = (bytes: Uint8Array, at: number) =>
  Buffer.from(bytes.subarray(at, at + 6)).toString("latin1") === "Exif\0\0";

function orientationIn(tiff: DataView): number {
  if (tiff.byteLength < 14) return 1;
  const little = tiff.getUint16(0) === 0x4949;
  const first = tiff.getUint32(4, little);
  if (first + 2 > tiff.byteLength) return 1;
  const count = tiff.getUint16(first, little);
  for (let n = 0; n < count; n += 1) {
    const entry = first + 2 + n * 12;
    if (entry + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(entry, little) === 0x0112) return tiff.getUint16(entry + 8, little);
  }
  return 1;
}

/** Of the boxes of a JPEG 2000 those that hold no words. */
export function bareJpx(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at);
    const kind = Buffer.from(bytes.subarray(at + 4, at + 8)).toString("latin1");
    const to = length < 8 ? bytes.length : Math.min(bytes.length, at + length);
    if (!["xml ", "uuid", "uinf"].includes(kind)) kept.push(bytes.subarray(at, to));
    at = to;
  }
  return at === bytes.length && kept.length > 0 ? Buffer.concat(kept) : bytes;
}
