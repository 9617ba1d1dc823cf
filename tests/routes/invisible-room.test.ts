import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import { openRoom } from "~/domain/floor/open-room.server";
import { addMaterial } from "~/domain/materials/add-material.server";
import type { Member } from "~/domain/members/viewer";
import { withdrawRoundtableInvitation } from "~/domain/roundtables/withdraw-roundtable-invitation.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { everyOperation } from "~/http/api/every-operation";
import { secretKeys } from "~/http/secret-keys.server";
import { at, text, value } from "../support/desk";
import { aHouse, aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { roomRequests } from "../support/room-requests";
import { aRoomEntered, during, handOver, say } from "../support/rooms";
import { anInstitution, keys } from "../support/rounds";
import { aConvener, invite, nameOne } from "../support/roundtables";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

// A session in full swing, and every address under it, asked by everyone who is not in it: as if there were none.

const world = aWorld();
const site = aSiteOf(world);
const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
const secret = "Cuentas concentradoras";
let id: string;
/** Of each kind of thing in the room one that is there. */
const there: Record<string, string> = {};
type Asker = { cookie: string; bearer: string };
const askers: Record<string, Asker> = {};
let seatedOnly: Asker;

async function askerOf(by: Member): Promise<Asker> {
  return { cookie: (await aSession(world, by)).cookie, bearer: await aToken(world, by) };
}

beforeAll(async () => {
  const room = await aRoomEntered(world);
  const { roundtableId, chair, one, other, lead, houses } = room;
  id = roundtableId;
  const [house] = houses;
  const inRoom = { roundtableId, keys, at };
  const withdrawn = await anInstitution(world, "US");
  value(await invite(world, id, chair, withdrawn));
  value(await nameOne(world, id, withdrawn.officer, withdrawn.analyst));
  const revoked = await anInstitution(world, "US");
  value(await invite(world, id, chair, revoked));
  value(await nameOne(world, id, revoked.officer, revoked.analyst));
  const gone = await aMember(world, { organisation: house.organisation, roles: ["analyst"] });
  const seat = value(await nameOne(world, id, house.officer, gone));
  const file = Buffer.from("Reservado.");
  const [shown, material] = [randomUUID(), randomUUID()];
  value(
    await addMaterial(world.db, {
      ...inRoom,
      id: material,
      title: "",
      name: "a.txt",
      bytes: file,
      by: chair,
    }),
  );
  value(await openRoom(world.db, { ...inRoom, by: chair, at: during }));
  const said = value(await say(world, id, one, "Se dijo en reserva."));
  value(
    await showInRoom(world.db, {
      ...inRoom,
      id: shown,
      item: 0,
      mode: "named",
      title: "",
      name: "a.txt",
      bytes: file,
      pace: new SeatPace(),
      by: other,
      at: during,
    }),
  );
  const poll = value(
    await openPoll(world.db, {
      ...inRoom,
      item: 0,
      kind: "scale",
      words: { question: text("¿Sí?", "Yes?"), options: [] },
      by: chair,
      at: during,
    }),
  );
  Object.assign(there, {
    contributions: said.id,
    files: shown,
    materials: material,
    polls: poll.id,
    hands: one.memberId,
    seats: room.seatId,
    invitations: house.organisation.id,
  });
  const [part] = await world.owner`select id from roundtable_parts where roundtable_id = ${id} limit 1`;
  there.parts = part?.id;

  const authority = lead.authority;
  const operator = await anOrganisation(world, { kind: "operator" });
  const known: Record<string, Member> = {
    "a colleague of the convening authority in every role": lead.outside,
    "its administrator": await aMember(world, { organisation: authority, roles: ["administrator"] }),
    "another authority's convener": (await aConvener(world)).chair,
    "another institution's officer": (await anInstitution(world)).officer,
    "a colleague in an invited institution": await aMember(world, {
      organisation: house.organisation,
      roles: ["administrator", "analyst"],
    }),
    "whose seat was withdrawn": gone,
    "an officer whose invitation was withdrawn": withdrawn.officer,
    "whose invitation was withdrawn with their seat": withdrawn.analyst,
    "the operator": (await aHouse(world)).operator,
    "an auditor": await aMember(world, { organisation: operator, roles: ["auditor"] }),
    "a guild": await aMember(world, {
      organisation: await anOrganisation(world, { kind: "guild" }),
      roles: ["observer"],
    }),
    "civil society": await aMember(world, {
      organisation: await anOrganisation(world, { kind: "civil" }),
      roles: ["observer"],
    }),
    "whose organisation is revoked": revoked.analyst,
    "who left": await aMember(world, { organisation: authority, roles: ["convener"] }),
  };
  for (const [who, by] of Object.entries(known)) askers[who] = await askerOf(by);
  askers.nobody = { cookie: "ribera_session=abcdefghijklmnopqrstuvwxyz", bearer: "none" };
  value(await withdrawSeat(world.db, { ...inRoom, seatId: seat.id, by: house.officer }));
  value(
    await withdrawRoundtableInvitation(world.db, {
      ...inRoom,
      organisationId: withdrawn.organisation.id,
      by: chair,
    }),
  );
  await world.owner`update organisations set vetting = 'revoked' where id = ${revoked.organisation.id}`;
  await world.owner`update members set left_at = now() where id = ${known["who left"]?.memberId ?? ""}`;
  seatedOnly = await askerOf(lead.legal);
  await handOver(world, id, await secretKeys());
}, 120_000);

type Request = { method: string; path: string; init: (asker: Asker) => RequestInit };
type Place = (isThere: boolean) => Request;

const whichOf = (address: string) => Object.keys(there).find((one) => address.includes(`/${one}/`));
const idsIn = (address: string, isThere: boolean) =>
  address
    .replace("{id}", isThere ? id : nowhere)
    .replace("{which}", isThere ? (there[whichOf(address) ?? ""] ?? nowhere) : nowhere);

/** Every page, act, download and stream of a session, as the application has them. */
const pages = (): Place[] =>
  Object.keys(import.meta.glob("../../app/routes/$lang.roundtables.$id*")).flatMap((file) => {
    const address = `/${basename(file)
      .replace(/\.tsx?$/, "")
      .split(".")
      .filter((part) => part !== "_index")
      .map((part) => part.replace(/_$/, ""))
      .map((part) => ({ $lang: "es", $id: "{id}" })[part] ?? (part.startsWith("$") ? "{which}" : part))
      .join("/")}`;
    const asMember = ({ cookie }: Asker) => ({
      Cookie: cookie,
      "Accept-Language": "es",
      Origin: site.origin,
    });
    const read: Place = (isThere) => ({
      method: "GET",
      path: `${idsIn(address, isThere)}${file.endsWith(".tsx") ? ".data" : ""}`,
      init: (asker) => ({ headers: asMember(asker) }),
    });
    const write: Place = (isThere) => ({
      method: "POST",
      path: `${idsIn(address, isThere)}${file.endsWith(".tsx") ? ".data" : ""}`,
      init: (asker) => ({
        method: "POST",
        headers: asMember(asker),
        body: new URLSearchParams(roomRequests.form),
      }),
    });
    return [read, write];
  });

const operations = (): Place[] =>
  everyOperation
    .filter(({ path }) => path.startsWith("/roundtables/{id}"))
    .map(({ name, method, path }) => (isThere) => {
      const file = roomRequests.files[name];
      const body = roomRequests.bodies[name];
      return {
        method,
        path: `/api/v1${idsIn(path.replace("{part}", "{which}"), isThere)}${file ?? ""}`,
        init: ({ bearer }) => ({
          method,
          headers: {
            Authorization: `Bearer ${bearer}`,
            "Accept-Language": "es",
            ...(method === "GET"
              ? {}
              : { "Content-Type": file ? "application/octet-stream" : "application/json" }),
          },
          ...(method === "GET" ? {} : { body: file ? "Hola." : JSON.stringify(body ?? {}) }),
        }),
      };
    });

/** Status, headers and body, byte for byte but for what is new in every answer and the ids that were asked for. */
async function answered({ path, init }: Request, asker: Asker) {
  const answer = await site.ask(path, init(asker));
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) {
    await answer.body?.cancel();
    return "a stream";
  }
  const plain = (said: string) =>
    [id, ...Object.values(there), nowhere]
      .reduce((all, one) => all.replaceAll(one, "ID"), said)
      .replaceAll(/nonce-[\w+/=-]+|\s*nonce="[^"]*"|"nonce":"[^"]*"|\b[0-9a-f]{10}-[0-9a-z]+\b/g, "");
  const headers = [...answer.headers].filter(([name]) => !["date", "x-request-id"].includes(name));
  return [answer.status, plain(JSON.stringify(headers)), plain(await answer.text())].join("\n");
}

test("every address of a session answers whoever is not in it as if there were none", async () => {
  const asked = [...pages(), ...operations()];
  expect(asked.length).toBeGreaterThan(140);
  const wrong: string[] = [];
  for (const [who, asker] of Object.entries(askers))
    for (const place of asked) {
      const [one, other] = [place(true), place(false)];
      const [got, expected] = await Promise.all([answered(one, asker), answered(other, asker)]);
      if (got !== expected)
        wrong.push(
          `${who}: ${one.method} ${one.path}\n${got.slice(0, 300)}\n  instead of\n${expected.slice(0, 300)}`,
        );
      if (/Cuentas concentradoras|Funnel accounts|Se dijo en reserva|Reservado/.test(got))
        wrong.push(`${who}: ${one.method} ${one.path} tells of it`);
    }
  expect(wrong).toEqual([]);
}, 300_000);

test("lists, counts, search, the calendar and one's own day tell nobody outside of it", async () => {
  for (const [who, asker] of Object.entries(askers)) {
    const headers = { Cookie: asker.cookie, "Accept-Language": "es" };
    for (const path of [
      "/es/roundtables",
      "/es/today",
      "/es/commitments",
      `/es/search?q=${encodeURIComponent(secret)}`,
    ]) {
      const said = await (await site.ask(path, { headers })).text();
      expect([
        who,
        path,
        said.includes(id),
        said.replaceAll(/value="[^"]*"|<title>.*?<\/title>/g, "").includes(`${secret}</`),
      ]).toEqual([who, path, false, false]);
    }
    const listed = await site.ask("/api/v1/roundtables", {
      headers: { Authorization: `Bearer ${asker.bearer}` },
    });
    expect([who, (await listed.text()).includes(id)]).toEqual([who, false]);
  }
}, 120_000);

test("who is invited and has not accepted the terms reads nothing of what is in it", async () => {
  for (const place of [...pages(), ...operations()]
    .map((one) => one(true))
    .filter(({ method }) => method === "GET")) {
    const said = await answered(place, seatedOnly);
    expect([place.path, /Se dijo en reserva|Reservado|¿Sí\?/.test(said)]).toEqual([place.path, false]);
  }
});
