import { createRequire } from "node:module";
import type * as Pdf from "@cantoo/pdf-lib";
import { extractText } from "unpdf";
import { bareJpeg, bareJpx, quartersOf } from "./bare-image";

// What is done with bytes that a stranger sent: only ever in a thread of its own.

// Imported it is a thousand files, which each thread would look for again one by one: two seconds instead of a quarter.
const pdf: typeof Pdf = createRequire(import.meta.url)("@cantoo/pdf-lib");
const { degrees, ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, rgb, StandardFonts } =
  pdf;

export type Pages = { bytes: Uint8Array; texts: string[] };

const reading = { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest };
const writing = { addDefaultPage: false, updateFieldAppearances: false };

/** What a page is drawn from; comments, forms, scripts, attachments and links to what lies outside stay behind. */
const drawnFrom = ["Type", "Resources", "MediaBox", "CropBox", "Rotate", "UserUnit", "Contents", "Group"];

/** The same pages in a document that says nothing of who made it, with what or when, and their words. */
export async function barePages(bytes: Uint8Array): Promise<Pages> {
  const source = await PDFDocument.load(bytes, reading);
  for (const { node } of source.getPages()) {
    for (const key of node.keys()) if (!drawnFrom.includes(nameOf(key)) && key !== parent) node.delete(key);
  }
  const bare = await PDFDocument.create({ updateMetadata: false });
  for (const page of await bare.copyPages(source, source.getPageIndices())) bare.addPage(page);
  strip(bare.context);
  const saved = await bare.save(writing);
  return { bytes: saved, texts: await wordsOf(saved) };
}

const parent = PDFName.of("Parent");
const nameOf = (name: Pdf.PDFName) => name.decodeText();

async function wordsOf(bytes: Uint8Array) {
  // It keeps what it is given.
  const { text } = await extractText(new Uint8Array(bytes), { mergePages: false });
  return text;
}

/** Where a drawing, a picture or a letter of the page says of its own who made it. */
const told = ["Metadata", "PieceInfo", "LastModified", "CreatorInfo", "AF", "OPI", "Ref", "Alternates"].map(
  (name) => PDFName.of(name),
);

function strip(context: Pdf.PDFContext) {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict =
      object instanceof PDFDict ? object : object instanceof PDFRawStream ? object.dict : undefined;
    if (dict) stripDict(dict);
    if (!(object instanceof PDFRawStream)) continue;
    const picture = barePicture(object);
    if (picture) context.assign(ref, PDFRawStream.of(object.dict, picture));
  }
}

function stripDict(dict: Pdf.PDFDict) {
  for (const key of told) dict.delete(key);
  for (const [, held] of dict.entries()) {
    if (held instanceof PDFDict) stripDict(held);
    if (held instanceof PDFArray)
      for (const one of held.asArray()) if (one instanceof PDFDict) stripDict(one);
  }
}

/** A picture keeps what it brought: its own bytes stand in the document as they were. Undefined for any other stream. */
function barePicture({ dict, contents }: Pdf.PDFRawStream): Uint8Array | undefined {
  const filter = dict.lookup(PDFName.of("Filter"));
  const filters = (filter instanceof PDFArray ? filter.asArray() : [filter]).flatMap((one) =>
    one instanceof PDFName ? [nameOf(one)] : [],
  );
  const [first] = filters;
  if (!filters.some((name) => ["DCTDecode", "DCT", "JPXDecode"].includes(name))) return undefined;
  // Packed once more: it could only be opened by unpacking what may not end.
  if (filters.length !== 1) throw new Error("a picture within another packing");
  if (first === "JPXDecode") return bareJpx(contents);
  const bare = bareJpeg(contents);
  if (!bare) throw new Error("a picture that is none");
  return bare;
}

const mostPixels = 40_000_000;
const longestSide = 842;

/** A picture as a document of one page. */
export async function pictureAsPages(bytes: Uint8Array, mediaType: string): Promise<Pages> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { picture, quarters } = await embed(document, bytes, mediaType);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const size = { width: picture.width * scale, height: picture.height * scale };
  const page = document.addPage([size.width, size.height]);
  page.drawImage(picture, { x: 0, y: 0, ...size });
  page.setRotation(degrees(quarters * 90));
  return { bytes: await document.save(writing), texts: [] };
}

async function embed(document: Pdf.PDFDocument, bytes: Uint8Array, mediaType: string) {
  if (mediaType === "image/jpeg") {
    const bare = bareJpeg(bytes);
    if (!bare) throw new Error("no whole JPEG");
    return { picture: await document.embedJpg(bare), quarters: quartersOf(bytes) };
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(16) * view.getUint32(20) > mostPixels) throw new Error("too many pixels");
  // Drawn anew from its pixels: nothing that stood beside them comes along.
  return { picture: await document.embedPng(bytes), quarters: 0 };
}

/** The same with its reader's name across every page and along its foot. */
export async function markPages(bytes: Uint8Array, lines: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, reading);
  const font = await document.embedFont(StandardFonts.Helvetica);
  const known = new Set(font.getCharacterSet());
  const written = lines.map((line) => writable(line, known));
  const longest = Math.max(...written.map((line) => font.widthOfTextAtSize(line, 1)));
  const ink = rgb(0.45, 0.5, 0.55);
  for (const page of document.getPages()) {
    const { x, y, width, height } = page.getCropBox();
    const across = Math.min(width, height) / Math.max(longest, 1);
    const size = Math.max(6, Math.min(40, across * 0.8));
    const rise = Math.SQRT1_2 * size * 1.3;
    const reach = (Math.SQRT1_2 * longest * size) / 2;
    for (const [n, line] of written.entries()) {
      const down = n - (written.length - 1) / 2;
      page.drawText(line, {
        x: x + width / 2 - reach + down * rise,
        y: y + height / 2 - reach - down * rise,
        size,
        font,
        color: ink,
        opacity: 0.3,
        rotate: degrees(45),
      });
    }
    const foot = written.join(" · ");
    const small = Math.min(8, (width - 24) / Math.max(font.widthOfTextAtSize(foot, 1), 1));
    page.drawText(foot, { x: x + 12, y: y + 8, size: small, font, color: ink });
  }
  return document.save(writing);
}

/** The letters of the West as they are; of others what is left without their accents. */
const writable = (line: string, known: Set<number>) =>
  [...line]
    .map((letter) => {
      if (known.has(letter.codePointAt(0) ?? 0)) return letter;
      const plain = letter.normalize("NFD").replace(/\p{M}/gu, "");
      return [...plain].every((one) => known.has(one.codePointAt(0) ?? 0)) ? plain : "?";
    })
    .join("");
