import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { minutesOperations } from "~/http/api/operations/minutes";
import { findRoom, roomOperations } from "~/http/api/operations/rooms";
import { roundtableOperations as convening } from "~/http/api/operations/roundtables";
import { ownSummaryOperations } from "~/http/api/operations/summaries";
import { vaultOperations } from "~/http/api/operations/vaults";
import { paths } from "~/paths";
import { aHouse, aMember } from "../support/people";
import { aProgram, type Program } from "../support/program";
import { roomRequests } from "../support/room-requests";
import { anInstitution, type House } from "../support/rounds";
import { aConvener, anAgenda, aPlace, type Convener, someTimes } from "../support/roundtables";
import { aSession } from "../support/session";
import { aSiteOf } from "../support/site";
import { aWorld } from "../support/world";

// A session from proposal to invitations by the API alone; then every address of it, asked by everyone who is not in it.

const roundtableOperations = [
  ...convening,
  ...vaultOperations,
  ...minutesOperations,
  ...ownSummaryOperations,
];
const world = aWorld();
const site = aSiteOf(world);
const nowhere = "6f1c2a34-0000-4000-8000-00000000ffff";
let lead: Convener;
let partner: Convener;
let house: House;
let withdrawn: House;
let id: string;
let seatId: string;
let partId: string;

const programs = new Map<string, Program>();
async function as(by: Member): Promise<Program> {
  const known = programs.get(by.memberId) ?? (await aProgram(world, site, by));
  programs.set(by.memberId, known);
  return known;
}
async function done(by: Member, name: string, json?: unknown, which = "") {
  const operation = roundtableOperations.find((one) => one.name === name);
  if (!operation) throw new Error(`no operation ${name}`);
  const path = operation.path.replace("{id}", id).replace("{part}", which);
  const answer = await (await as(by))(operation.method, path, json === undefined ? {} : { json });
  expect([name, answer.status, answer.text]).toEqual([name, operation.status, answer.text]);
  return operation.status === 204 ? undefined : (operation.answer.parse(answer.json) as { id: string });
}

beforeAll(async () => {
  lead = await aConvener(world);
  partner = await aConvener(world, "US");
  house = await anInstitution(world);
  withdrawn = await anInstitution(world, "US");
  const proposal = { agenda: anAgenda(), place: aPlace, times: someTimes, chairs: [partner.chair.memberId] };
  id = (await done(lead.chair, "proposeRoundtable", proposal))?.id ?? "";
  for (const { chair, legal, officer } of [lead, partner])
    for (const { memberId } of [legal, officer])
      partId = (await done(chair, "givePart", { memberId, part: "clearer" }))?.id ?? "";
  await done(partner.chair, "changeAgenda", { ...anAgenda({ tlp: "RED" }), revision: 1 });
  for (const { legal, officer } of [lead, partner]) {
    await done(legal, "clearAgenda", { kind: "legal", revision: 2, note: "Sin reparos." });
    await done(officer, "clearAgenda", { kind: "competition", revision: 2 });
  }
  for (const { organisation } of [house, withdrawn])
    await done(lead.chair, "inviteToRoundtable", { organisationId: organisation.id, seats: 2 });
  await done(lead.chair, "conveneRoundtable", { revision: 2 });
  seatId = (await done(house.officer, "nameAttendee", { memberId: house.analyst.memberId }))?.id ?? "";
  await done(house.analyst, "answerSeat", { answer: "coming" });
  await done(lead.chair, "moveRoundtable", {
    times: { ...someTimes, from: "09:00" },
    place: aPlace,
    sequence: 0,
  });
  await done(lead.chair, "withdrawRoundtableInvitation", undefined, withdrawn.organisation.id);
});

test("programs enter a session, speak and lead it by their operations; what they did not accept is not there", async () => {
  const by = house.analyst;
  const ask = async (who: Member, method: "GET" | "PUT" | "POST", path: string, json?: unknown) =>
    (await as(who))(method, `/roundtables/${id}${path}`, json === undefined ? {} : { json });
  expect((await ask(by, "GET", "/room")).status).toBe(404);
  expect((await ask(by, "GET", "/contributions")).status).toBe(404);
  const terms = (await ask(by, "GET", "/terms")).json;
  expect(terms).toMatchObject({ version: 1, entered: false, receipt: null });
  for (const who of [by, lead.chair])
    expect((await ask(who, "POST", "/acceptance", { version: 1, language: "es" })).json).toMatchObject({
      version: 1,
      language: "es",
    });
  expect((await ask(lead.chair, "POST", "/opening")).status).toBe(200);
  const said = { item: 0, mode: "unattributed", text: "Se observa en ventanilla.", language: "es" };
  for (const _ of [1, 2])
    expect((await ask(by, "PUT", `/contributions/${nowhere}`, said)).json).toEqual({ id: nowhere });
  const room = findRoom.answer.parse((await ask(lead.chair, "GET", "/room?after=0")).json);
  expect(room.contributions).toMatchObject([{ id: nowhere, who: { name: null, organisation: null } }]);
  expect(room.floor.item).toBe(0);
  expect((await ask(by, "GET", `/room?after=${room.revision}`)).json).toMatchObject({ contributions: [] });
});

test("whoever is in it reads of it what is theirs", async () => {
  const read = async (by: Member) => (await (await as(by))("GET", `/roundtables/${id}`)).json;
  expect(await read(partner.legal)).toMatchObject({
    state: "convened",
    sequence: 1,
    clearances: { length: 4 },
  });
  const own = await read(house.analyst);
  expect(own).toMatchObject({ answer: "coming", parts: [], clearances: [], invitations: { length: 1 } });
  for (const by of [lead.chair, house.officer]) {
    const listed = await done(by, "listRoundtables");
    expect(listed).toMatchObject({ items: [{ id }] });
    const page = await site.ask(paths.roundtable("es", id), {
      headers: { Cookie: (await aSession(world, by)).cookie },
    });
    expect([page.status, (await page.text()).includes("Cuentas concentradoras")]).toEqual([200, true]);
  }
});

describe("to whoever is not in it", () => {
  const outsiders = async (): Promise<[string, Viewer][]> => [
    ["a colleague of the authority in every role", lead.outside],
    ["another authority's convener", (await aConvener(world)).chair],
    ["another institution's officer", (await anInstitution(world)).officer],
    ["an officer whose institution was taken off the list", withdrawn.officer],
    [
      "a colleague of the institution",
      await aMember(world, { organisation: house.organisation, roles: ["administrator", "analyst"] }),
    ],
    ["the operator", (await aHouse(world)).operator],
    ["nobody", anonymous],
  ];
  const { bodies, files, form } = roomRequests;
  const aFileSent = { body: "Hola.", headers: { "Content-Type": "application/octet-stream" } };
  /** What is new in every answer, and the ids that are asked for, left out. */
  const masked = (text: string, ...ids: string[]) =>
    ids
      .reduce((all, one) => all.replaceAll(one, "ID"), text)
      .replaceAll(/\s*nonce="[^"]*"|"nonce":"[^"]*"|\b[0-9a-f]{10}-[0-9a-z]+\b/g, "");
  const plainHeaders = (headers: Headers) =>
    [...headers].filter(
      ([name]) =>
        !/^(date|x-request-id|content-length|content-security-policy|etag|ratelimit|server-timing)/.test(
          name,
        ),
    );

  test("each operation answers as for a session that does not exist", async () => {
    for (const [who, by] of await outsiders()) {
      const program = isMember(by) ? await as(by) : await aProgram(world, site);
      for (const { name, method, path } of [...roundtableOperations, ...roomOperations].filter((one) =>
        one.path.includes("{id}"),
      )) {
        const which = path.includes("parts")
          ? partId
          : path.includes("seats")
            ? seatId
            : house.organisation.id;
        const ask = async (room: string, part: string) => {
          const json = bodies[name];
          const file = files[name];
          const at = path.replace("{id}", room).replace("{part}", part) + (file ?? "");
          const sending = file ? aFileSent : json === undefined ? {} : { json };
          const { status, headers, text } = await program(method, at, sending);
          return { status, headers: plainHeaders(headers), text: masked(text, room, part) };
        };
        const theirs = await ask(id, which);
        expect([who, name, theirs]).toEqual([who, name, await ask(nowhere, nowhere)]);
        expect([who, name, theirs.status]).toEqual([who, name, isMember(by) ? 404 : 401]);
      }
      const listed = await program("GET", "/roundtables");
      if (isMember(by)) expect([who, listed.json]).toEqual([who, { items: [], next: null }]);
    }
  });

  test("each page answers as for a session that does not exist, read or written to", async () => {
    const acts = [
      "agenda",
      "clearances",
      "parts",
      "invitations",
      "convening",
      "time",
      "cancellation",
      "seats",
      "answer",
      "ending",
      "closing",
      "hold",
      "lifting",
      "notes",
      "showing",
      "comments",
      "approval",
      "commitments",
      "copy",
    ] as const;
    for (const [who, by] of await outsiders()) {
      if (!isMember(by)) continue;
      const { cookie } = await aSession(world, by);
      const ask = async (path: string, method: "GET" | "POST") => {
        const answer = await site.ask(path, {
          method,
          redirect: "manual",
          headers: { Cookie: cookie, Origin: site.origin, "Accept-Language": "es" },
          ...(method === "POST" ? { body: new URLSearchParams(form) } : {}),
        });
        return {
          status: answer.status,
          to: masked(answer.headers.get("Location") ?? "", id, nowhere),
          text: masked(await answer.text(), id, nowhere),
        };
      };
      const both = async (path: (room: string) => string, method: "GET" | "POST") => {
        const theirs = await ask(path(id), method);
        expect([who, path(""), theirs]).toEqual([who, path(""), await ask(path(nowhere), method)]);
      };
      for (const page of [
        paths.roundtable,
        paths.roundtableRecord,
        paths.roundtableMinutes,
        paths.roundtableSummary,
        paths.roundtableProposals,
      ])
        await both((room) => page("es", room), "GET");
      for (const act of acts) await both((room) => paths.roundtableAct("es", room, act), "POST");
      for (const act of ["text", "approval", "publication", "withdrawal"] as const)
        await both((room) => paths.roundtableSummaryAct("es", room, act), "POST");
      for (const path of [paths.roundtableProposals, paths.roundtableRecordCopy])
        await both((room) => path("es", room), "POST");
      for (const what of ["parts", "invitations", "seats"] as const)
        await both((room) => paths.roundtableTaking("es", room, what, nowhere), "POST");
      const seen = await ask(paths.roundtable("es", id), "GET");
      expect([who, seen.status]).toEqual([who, 404]);
    }
  });

  test("the page of one's sessions is the same whether there are any elsewhere or not", async () => {
    const page = async (by: Member) => {
      const answer = await site.ask(paths.roundtables("es"), {
        headers: { Cookie: (await aSession(world, by)).cookie },
      });
      return masked(await answer.text()).replaceAll(by.name, "NAME");
    };
    expect(await page(withdrawn.officer)).toContain("Ninguna sesión");
    expect(await page(lead.outside)).toContain("Ninguna sesión");
  });
});

test("words that were refused are on the page again, scripts or none, and what was refused is said where it is", async () => {
  const { cookie } = await aSession(world, lead.chair);
  const send = async (given: Record<string, string>) => {
    const answer = await site.ask(paths.newRoundtable("es"), {
      method: "POST",
      headers: { Cookie: cookie, Origin: site.origin },
      body: new URLSearchParams({
        titleEs: "Jaguarundi",
        titleEn: "Jaguarundi",
        purposeEs: "Hablar.",
        purposeEn: "To talk.",
        "item.0.titleEs": "Uno",
        "item.0.titleEn": "One",
        tlp: "RED",
        chathamHouse: "1",
        form: "in-person",
        where: "",
        date: "2027-03-14",
        from: "10:00",
        to: "12:00",
        zone: "America/New_York",
        ...given,
      }),
      redirect: "manual",
    });
    return { status: answer.status, text: await answer.text(), to: answer.headers.get("Location") };
  };
  const skipped = await send({ from: "02:30" });
  expect(skipped.status).toBe(422);
  for (const words of ["Jaguarundi", "02:30", "no existen"]) expect(skipped.text).toContain(words);
  const stopped = await send({ purposeEs: "Sobre HEGG560427MVZRRL04." });
  expect(stopped.status).toBe(422);
  expect(stopped.text).toContain("CURP");
  const made = await send({});
  expect([made.status, made.to?.startsWith("/es/roundtables/")]).toEqual([302, true]);
});

test("whoever proposes a session says how one may appear in it; none at all is refused there, and its page says them", async () => {
  const { cookie } = await aSession(world, lead.chair);
  const send = (language: "es" | "en", modes: string[], presence: string) => {
    const body = new URLSearchParams({
      titleEs: "Ocelote",
      titleEn: "Ocelot",
      purposeEs: "Hablar.",
      purposeEn: "To talk.",
      "item.0.titleEs": "Uno",
      "item.0.titleEn": "One",
      tlp: "RED",
      form: "in-person",
      where: "",
      date: "2027-03-20",
      from: "10:00",
      to: "12:00",
      zone: "America/Mexico_City",
      presence,
    });
    for (const mode of modes) body.append("modes", mode);
    return site.ask(paths.newRoundtable(language), {
      method: "POST",
      headers: { Cookie: cookie, Origin: site.origin },
      body,
    });
  };
  for (const [language, sentence] of [
    ["es", "Elija al menos una forma de aparecer."],
    ["en", "Choose at least one way to appear."],
  ] as const) {
    const refused = await send(language, [], "none");
    const text = await refused.text();
    expect([refused.status, text.split(sentence).length - 1]).toEqual([422, 1]);
    expect(text).toMatch(/value="Ocelote?"/);
    expect(text).toMatch(/<input(?=[^>]*name="presence")(?=[^>]*value="none")(?=[^>]*checked)/);
  }
  const made = await send("es", ["sector", "unattributed"], "none");
  const page = await site.ask(made.headers.get("Location") ?? "", { headers: { Cookie: cookie } });
  const facts = (await page.text()).split("</dl>")[0] ?? "";
  for (const words of ["Solo el sector", "Sin atribución", "Nadie ve quién está conectado"])
    expect(facts).toContain(words);
  expect(facts).not.toContain("Con nombre y organización");
});
