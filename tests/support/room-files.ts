import { crc32, deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFString, StandardFonts } from "@cantoo/pdf-lib";

/** Names that nothing of a bared file may hold. */
export const author = "Zoraida Quintanilla";

const picture =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCIBpv/2Q==";

function segment(marker: number, content: Buffer) {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** Taken with a camera held upright, which noted its owner. */
export function aPhotograph() {
  const bytes = Buffer.from(picture, "base64");
  const tiff = Buffer.alloc(26);
  tiff.write("MM\0*", "latin1");
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(6, 18);
  const exif = segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff, Buffer.from(author)]));
  const second = Buffer.concat([bytes, Buffer.from(author)]);
  return Buffer.concat([bytes.subarray(0, 2), exif, segment(0xfe, Buffer.from(author)), second.subarray(2)]);
}

/** A drawing with a line of text beside its pixels. */
export function aDrawing({ width = 2, height = 2 } = {}) {
  const chunk = (kind: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), content]);
    const framed = Buffer.alloc(8 + body.length);
    framed.writeUInt32BE(content.length);
    body.copy(framed, 4);
    framed.writeUInt32BE(crc32(body), 4 + body.length);
    return framed;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(2 * (1 + 2 * 3), 0x55)
    .fill(0, 0, 1)
    .fill(0, 7, 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from(`Author\0${author}`, "latin1")),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A document that says whose it is wherever a document can, and holds what no page shows. */
export async function aPaper(text = "Lo que se observa en ventanilla.") {
  const paper = await PDFDocument.create();
  paper.setAuthor(author);
  paper.setTitle(`Informe de ${author}`);
  const { context } = paper;
  const xmp = context.register(context.stream(`<x:xmpmeta>${author}</x:xmpmeta>`, { Type: "Metadata" }));
  paper.catalog.set(PDFName.of("Metadata"), xmp);
  const page = paper.addPage([300, 200]);
  page.drawText(text, { x: 20, y: 120, size: 10, font: await paper.embedFont(StandardFonts.Helvetica) });
  page.drawImage(await paper.embedJpg(aPhotograph()), { x: 20, y: 20, width: 40, height: 20 });
  page.node.set(PDFName.of("PieceInfo"), context.obj({ Word: { Private: PDFString.of(author) } }));
  page.node.set(PDFName.of("Metadata"), xmp);
  const note = context.obj({
    Type: "Annot",
    Subtype: "Text",
    Rect: [0, 0, 10, 10],
    T: PDFString.of(author),
    Contents: PDFString.of(`Nota de ${author}`),
  });
  page.node.addAnnot(context.register(note));
  paper.addJavaScript("hello", `app.alert("${author}")`);
  await paper.attach(Buffer.from(author), "lista.txt");
  return Buffer.from(await paper.save({ useObjectStreams: false }));
}

/** All that a document holds, its packed parts unpacked, as one text. */
export async function allOf(bytes: Uint8Array) {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const plain = await document.save({ useObjectStreams: false, updateFieldAppearances: false });
  return Buffer.from(plain).toString("latin1");
}
