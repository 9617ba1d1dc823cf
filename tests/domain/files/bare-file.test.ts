import { PDFDocument } from "@cantoo/pdf-lib";
import { extractText } from "unpdf";
import { expect, test } from "vitest";
import { bareFile } from "~/domain/files/bare-file.server";
import { markCopy } from "~/domain/files/mark-copy.server";
import { reasonOf, value } from "../../support/desk";
import { aDrawing, allOf, aPaper, aPhotograph, author } from "../../support/room-files";

const bare = (name: string, bytes: Uint8Array | string) =>
  bareFile({ name, bytes: typeof bytes === "string" ? Buffer.from(bytes) : bytes });
const wordsIn = async (bytes: Uint8Array) =>
  (await extractText(new Uint8Array(bytes), { mergePages: true })).text;

test.each([
  ["paper.pdf", () => aPaper()],
  ["photo.jpg", async () => aPhotograph()],
  ["drawing.png", async () => aDrawing()],
])("%s keeps its page and nothing that says who made it, with what or when", async (name, make) => {
  const given = await make();
  expect(given.toString("latin1")).toContain(author);
  const { bytes, mediaType, ending } = value(await bare(name, given));
  expect([mediaType, ending]).toEqual(["application/pdf", "pdf"]);
  const held = await allOf(bytes);
  expect(held).not.toContain(author);
  expect(held).not.toMatch(
    /\/(Author|Producer|Creator|CreationDate|ModDate|Metadata|JavaScript|EmbeddedFile|Annot|ID)\b/,
  );
  expect((await PDFDocument.load(bytes)).getPageCount()).toBe(1);
});

test("a photograph stands upright, as its camera noted", async () => {
  const { bytes } = value(await bare("photo.jpeg", aPhotograph()));
  expect((await PDFDocument.load(bytes)).getPage(0).getRotation().angle).toBe(90);
});

test("the words of a document and of a text are read, to be screened", async () => {
  expect(value(await bare("paper.pdf", await aPaper("CURP HEGG560427MVZRRL04"))).texts.join(" ")).toContain(
    "HEGG560427MVZRRL04",
  );
  expect(value(await bare("a.txt", "Hola.")).texts).toEqual(["Hola."]);
});

test.each([
  ["a.pdf", () => aPaper()],
  ["a.png", async () => aDrawing()],
])("the same file is bared to the same bytes: %s", async (name, make) => {
  const given = await make();
  const [one, other] = [value(await bare(name, given)), value(await bare(name, given))];
  expect(Buffer.from(one.bytes).equals(other.bytes)).toBe(true);
});

test("no cell of a table starts a formula, and figures stay figures", async () => {
  const { bytes } = value(await bare("t.csv", '\uFEFFa;b\r\n=HYPERLINK("x");-12.5\r\n@x;"uno, dos"\r\n'));
  expect(Buffer.from(bytes).toString()).toBe(`a,b\r\n"'=HYPERLINK(""x"")",-12.5\r\n'@x,"uno, dos"\r\n`);
});

test("a copy has its reader's name on every page, or as its first line", async () => {
  const lines = ["Zoë Łukasz", "Banco del Bravo", "20 de enero de 2027"];
  const pages = value(await bare("a.pdf", await aPaper()));
  const words = await wordsIn(value(await markCopy({ ...pages, lines })));
  expect(words).toContain("Lo que se observa en ventanilla.");
  expect(words).toContain("Zoë ?ukasz · Banco del Bravo · 20 de enero de 2027");
  const table = value(await bare("t.csv", "a,b\n1,2\n"));
  expect(Buffer.from(value(await markCopy({ ...table, lines: ["=Ana", "B"] }))).toString()).toBe(
    "\uFEFF'=Ana · B\r\na,b\r\n1,2\r\n",
  );
  const text = value(await bare("t.txt", "Hola."));
  expect(Buffer.from(value(await markCopy({ ...text, lines }))).toString()).toBe(
    "\uFEFFZoë Łukasz · Banco del Bravo · 20 de enero de 2027\n\nHola.",
  );
});

test.each<[string, () => Uint8Array | string | Promise<Uint8Array>, string]>([
  ["a.docx", () => "PK", "file_of_office"],
  ["a.exe", () => "MZ", "file_kind_unknown"],
  ["a.pdf", () => "Esto no es un PDF.", "file_kind_false"],
  ["a.txt", () => aDrawing(), "file_kind_false"],
  ["a.csv", () => 'a,"b\n1', "file_kind_false"],
  ["a.pdf", () => "%PDF-1.7\n1 0 obj <<", "file_unreadable"],
  ["a.png", () => aDrawing({ width: 60_000, height: 60_000 }), "file_unreadable"],
  ["a.jpg", () => aPhotograph().subarray(0, 200), "file_unreadable"],
  ["a.txt", () => "", "file_empty"],
  ["a.txt", () => "x".repeat(1024 * 1024 + 1), "file_too_large"],
  ["a.pdf", () => new Uint8Array(10 * 1024 * 1024 + 1), "file_too_large"],
])("%s is refused where it is not what it says, or cannot be opened (%#)", async (name, make, reason) => {
  expect(reasonOf(await bare(name, await make()))).toBe(reason);
});
