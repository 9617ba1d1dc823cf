import { beforeAll, expect, test } from "vitest";
import { openRoom } from "~/domain/floor/open-room.server";
import { secretKeys } from "~/http/secret-keys.server";
import { paths } from "~/paths";
import { value } from "../support/desk";
import { aPaper } from "../support/room-files";
import { aRoomEntered, during, handOver } from "../support/rooms";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

// Files of a session by the forms of its pages, as a browser without scripts sends them.

const world = aWorld();
const site = aSiteOf(world);
let room: Awaited<ReturnType<typeof aRoomEntered>>;
let id: string;
const cookies = new Map<string, string>();
const cookieOf = async (by: { memberId: string }) => {
  const known = cookies.get(by.memberId) ?? (await aSession(world, by)).cookie;
  cookies.set(by.memberId, known);
  return known;
};
beforeAll(async () => {
  room = await aRoomEntered(world);
  id = room.roundtableId;
  await handOver(world, id, await secretKeys());
});

type By = typeof room.chair;
type Sent = { file?: File; fields?: Record<string, string> };

async function send(by: By, path: string, { file, fields = {} }: Sent = {}) {
  const body = new FormData();
  for (const [name, words] of Object.entries(fields)) body.append(name, words);
  if (file) body.append("file", file);
  const answer = await site.ask(path, {
    method: "POST",
    headers: {
      Cookie: await cookieOf(by),
      Origin: site.origin,
      Accept: "text/html",
      "Accept-Language": "es",
    },
    body,
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, to: answer.headers.get("Location"), headers: answer.headers, bytes };
}
const page = async (by: By, path: string) =>
  (await site.ask(path, { headers: { Cookie: await cookieOf(by) } })).text();
const aText = (words: string, name = "nota.txt") => new File([words], name);
const copyIn = (text: string) => text.match(/action="([^"]+\/copy)"/)?.[1] ?? "";

test("a chair sends a material ahead; who accepted the terms takes a copy with their name from the session's page", async () => {
  const sent = await send(room.chair, paths.roomAct("es", id, "materials"), {
    file: aText("Para leer antes."),
    fields: { title: "Lectura previa" },
  });
  expect([sent.status, sent.to]).toEqual([302, paths.roundtablePart("es", id, "materials")]);
  const own = await page(room.one, paths.roundtable("en", id));
  expect(own).toContain("Lectura previa.txt");
  const copy = await send(room.one, copyIn(own));
  expect(copy.headers.get("Content-Disposition")).toContain("Lectura%20previa.txt");
  expect(copy.headers.get("Cache-Control")).toContain("no-store");
  expect(copy.bytes.toString()).toContain(`${room.one.name} · ${room.one.organisation}`);
  expect(await page(room.lead.legal, paths.roundtable("es", id))).not.toContain("Lectura previa");
});

test("a question ahead stands without a name on the session's page, with its votes", async () => {
  const question = "¿Qué distingue a una cuenta concentradora?";
  const sent = await send(room.one, paths.roomAct("es", id, "questions"), {
    fields: { text: question, item: "0", mode: "unattributed", language: "es" },
  });
  expect(sent.status).toBe(302);
  const shown = await page(room.other, paths.roundtable("es", id));
  expect(shown).toContain(question);
  expect(shown).not.toContain(room.one.name);
  const stopped = await send(room.one, paths.roomAct("es", id, "questions"), {
    fields: { text: "¿Conocen a HEGG560427MVZRRL04?", item: "0", mode: "unattributed", language: "es" },
  });
  expect([stopped.status, stopped.bytes.toString().includes("¿Conocen a")]).toEqual([422, true]);
});

test("once it is open a file is shown in the session, by the attribution that its writer chooses", async () => {
  value(await openRoom(world.db, { roundtableId: id, keys: await secretKeys(), by: room.chair, at: during }));
  const path = paths.roomAct("es", id, "files");
  const paper = new File([await aPaper()], "Informe de Zoraida.pdf");
  const sent = await send(room.one, path, { file: paper, fields: { item: "0", mode: "unattributed" } });
  expect(sent.status).toBe(302);
  const shown = await page(room.other, paths.room("es", id));
  expect(shown).toContain("documento.pdf");
  expect(shown).not.toContain("Zoraida");
  const copy = await send(room.other, copyIn(shown));
  expect([copy.headers.get("Content-Type"), copy.bytes.subarray(0, 5).toString()]).toEqual([
    "application/pdf",
    "%PDF-",
  ]);
});

test.each<[string, () => Sent, string]>([
  ["of a false type", () => ({ file: aText("No.", "a.pdf") }), "su contenido es otra cosa"],
  ["of Office", () => ({ file: aText("PK", "a.docx") }), "Guárdelo como PDF"],
  ["with customers in it", () => ({ file: aText("a,HEGG560427MVZRRL04", "a.csv") }), "CURP (1)"],
  ["that was not chosen", () => ({}), "Elija un archivo"],
])("a file %s is refused at its field, and what was typed is there again", async (_, given, sentence) => {
  const sent = await send(room.one, paths.roomAct("es", id, "files"), {
    ...given(),
    fields: { item: "0", mode: "organisation", title: "Mapa de sucursales" },
  });
  const text = sent.bytes.toString();
  expect(sent.status).toBe(422);
  expect(text).toContain(sentence);
  expect(text).toContain("Mapa de sucursales");
  expect(text).toMatch(/<input(?=[^>]*value="organisation")(?=[^>]*checked)/);
});

test("20 MB are refused unread, with the limit", async () => {
  const sent = await send(room.one, paths.roomAct("es", id, "files"), {
    file: new File([new Uint8Array(20 * 1024 * 1024)], "a.pdf"),
    fields: { item: "0", mode: "named" },
  });
  expect([sent.status, /\b10\s*MB/.test(sent.bytes.toString())]).toEqual([413, true]);
});
