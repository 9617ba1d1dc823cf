import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { secretKeys } from "~/http/secret-keys.server";
import { i18nOf } from "~/i18n/i18n.server";
import { paths } from "~/paths";
import { aProgram, type Program } from "../support/program";
import {
  aConvening,
  anOpenRound,
  aPlan,
  aWholeForm,
  type Convening,
  type House,
  plan,
} from "../support/rounds";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

// What comes wrong gets a clear answer on the page, in Spanish, and by the API, in English; and nothing that was typed is lost.

let world: World;
let site: Site;
let convening: Convening;
let house: House;
let officer: Program;
let convener: Program;
const es = i18nOf("es").t;
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000);

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  convening = await aConvening(world, { institutions: 5 });
  const [first] = convening.houses;
  if (!first) throw new Error("nobody was invited");
  house = first;
  officer = await aProgram(world, site, house.officer);
  convener = await aProgram(world, site, convening.convener);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const anOpen = async () => anOpenRound(world, convening, { closesAt: inAWeek() }, await secretKeys());

async function send(by: House["officer"], path: string, fields: Record<string, string>) {
  const { cookie } = await aSession(world, by, { confirmedAt: new Date() });
  const answer = await site.ask(path, {
    method: "POST",
    headers: { Cookie: cookie, Origin: site.origin },
    body: new URLSearchParams(fields),
  });
  const text = (await answer.text()).replaceAll("&#x27;", "'").replaceAll("&quot;", '"');
  return { status: answer.status, text };
}

const entries = (given: Record<string, unknown>) =>
  Object.entries(given).map(([place, answer]) => {
    const [row = "", question = ""] = place.split(".");
    return { row: Number(row), question, answer, revision: 0 };
  });

const digestOf = async (roundId: string) => {
  const { json } = await officer("GET", `/rounds/${roundId}/sheet`);
  return String(json.digest);
};

const hoursAgo = (roundId: string) =>
  world.owner.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`update rounds set closes_at = now() - interval '1 second' where id = ${roundId}`;
  });

describe("a round", () => {
  test("whose form has gaps is not signed: how many there are is said, and what was filled in stands", async () => {
    const roundId = await anOpen();
    const { "2.seen": _, ...rest } = aWholeForm();
    await officer("PATCH", `/rounds/${roundId}/sheet`, { json: { answers: entries(rest) } });
    const digest = await digestOf(roundId);
    const page = await send(house.officer, paths.roundAct("es", roundId, "signature"), { digest });
    expect(page.status).toBe(422);
    expect(page.text).toContain(es("rounds:sign.missing", { count: 1 }));
    const program = await officer("POST", `/rounds/${roundId}/signature`, { json: { digest } });
    expect([program.status, program.json.type]).toEqual([422, "/problems/answers_missing"]);
    const { json } = await officer("GET", `/rounds/${roundId}/sheet`);
    expect(json.answers).toHaveLength(Object.keys(rest).length);
  });

  test("takes no answer and no correction after its end; what was signed a moment before counts", async () => {
    const roundId = await anOpen();
    await officer("PATCH", `/rounds/${roundId}/sheet`, { json: { answers: entries(aWholeForm()) } });
    const digest = await digestOf(roundId);
    const signed = await officer("POST", `/rounds/${roundId}/signature`, { json: { digest } });
    expect(signed.status).toBe(201);
    await hoursAgo(roundId);
    const late = { answers: [{ row: 1, question: "seen", answer: "often", revision: 1 }] };
    const filled = await officer("PATCH", `/rounds/${roundId}/sheet`, { json: late });
    const again = await officer("POST", `/rounds/${roundId}/signature`, { json: { digest } });
    for (const { status, json } of [filled, again])
      expect([status, json.type]).toEqual([409, "/problems/round_not_open"]);
    const page = await send(house.officer, paths.roundAct("es", roundId, "answers"), {
      "1.seen": "often",
      "revision:1.seen": "1",
    });
    expect(page.status).toBeGreaterThanOrEqual(400);
    const [kept] = await world.owner`select version from signed_answers where round_id = ${roundId}`;
    expect(kept?.version).toBe(1);
    await closeDueRounds(world.db, { keys: await secretKeys(), at: new Date() });
    const [voter] =
      await world.owner`select count(*)::int as n from round_voters where round_id = ${roundId}`;
    expect(voter?.n).toBe(1);
  });

  test("answered differently by two at once keeps the first and shows the second both", async () => {
    const roundId = await anOpen();
    const analyst = await aProgram(world, site, house.analyst);
    await analyst("PATCH", `/rounds/${roundId}/sheet`, { json: { answers: entries({ "1.seen": "never" }) } });
    const mine = { answers: entries({ "1.seen": "often", "1.missingRecords": "Horas de los depósitos" }) };
    const program = await officer("PATCH", `/rounds/${roundId}/sheet`, { json: mine });
    expect(program.json.overtaken).toMatchObject([{ row: 1, question: "seen", answer: "never" }]);
    const page = await send(house.officer, paths.roundAct("es", roundId, "answers"), {
      "1.seen": "sometimes",
      "revision:1.seen": "0",
    });
    expect(page.status).toBe(409);
    expect(page.text).toContain(es("rounds:sheet.overtaken", { count: 1 }));
    const { json } = await officer("GET", `/rounds/${roundId}/sheet`);
    expect(json.answers).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ question: "seen", answer: "never" }),
        expect.objectContaining({ question: "missingRecords", answer: "Horas de los depósitos" }),
      ]),
    );
  });

  test("with four invited opens only for who was told that nothing can be published", async () => {
    const four = { ...convening, houses: convening.houses.slice(0, 4) };
    const roundId = await plan(world, four, { closesAt: inAWeek() });
    const page = await send(convening.convener, paths.roundAct("es", roundId, "opening"), {
      revision: "1",
      notForSupervision: "1",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain(es("refused:too_few_invited", { least: 5 }));
    const opening = { revision: 1, notForSupervision: true };
    const program = await convener("POST", `/rounds/${roundId}/opening`, { json: opening });
    expect(program.json.type).toBe("/problems/too_few_invited");
    const heard = { json: { ...opening, evenIfUnpublished: true } };
    expect((await convener("POST", `/rounds/${roundId}/opening`, heard)).json).toEqual({ invited: 4 });
  });

  test("is put off while it is open, never brought forward, and its plan does not change", async () => {
    const roundId = await anOpen();
    const sooner = new Date(Date.now() + 86_400_000).toISOString();
    const program = await convener("POST", `/rounds/${roundId}/extension`, { json: { closesAt: sooner } });
    expect([program.status, program.json.type]).toEqual([422, "/problems/window_not_longer"]);
    const page = await send(convening.convener, paths.roundAct("es", roundId, "extension"), {
      date: sooner.slice(0, 10),
      time: "10:00",
      zone: "America/Mexico_City",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain(es("refused:window_not_longer"));
    const body = { ...aPlan(convening), closesAt: inAWeek().toISOString() };
    const changed = { json: body, headers: { "If-Match": '"r1"' } };
    expect((await convener("PUT", `/rounds/${roundId}`, changed)).status).toBeGreaterThanOrEqual(400);
    const later = new Date(Date.now() + 9 * 86_400_000).toISOString();
    const longer = await convener("POST", `/rounds/${roundId}/extension`, { json: { closesAt: later } });
    expect(longer.status).toBeLessThan(300);
  });

  test("of which a red flag was withdrawn is signed without it, and the form says that it is withdrawn", async () => {
    const other = await aConvening(world, { institutions: 1 });
    const [own] = other.houses;
    if (!own) throw new Error("nobody was invited");
    const roundId = await anOpenRound(world, other, { closesAt: inAWeek() }, await secretKeys());
    const program = await aProgram(world, site, own.officer);
    const rest = Object.entries(aWholeForm()).filter(([place]) => !place.startsWith("2."));
    await program("PATCH", `/rounds/${roundId}/sheet`, {
      json: { answers: entries(Object.fromEntries(rest)) },
    });
    await world.owner`update indicators set state = 'withdrawn' where public_id = ${`${other.number}#RF-02`}`;
    const { cookie } = await aSession(world, own.officer, { confirmedAt: new Date() });
    const page = await site.ask(paths.roundSheet("es", roundId, 2), { headers: { Cookie: cookie } });
    expect(await page.text()).toContain(es("rounds:sheet.withdrawnHow"));
    const { json } = await program("GET", `/rounds/${roundId}/sheet`);
    const signed = await program("POST", `/rounds/${roundId}/signature`, { json: { digest: json.digest } });
    expect(signed.status).toBe(201);
  });

  test.each([
    ["a CURP", "Lo abrió HEGG560427MVZRRL04 en Tijuana"],
    ["that a report was filed", "We filed a SAR on this customer"],
  ])("takes no words with %s, says so at the field, and gives what was typed back", async (_, words) => {
    const roundId = await anOpen();
    const program = await officer("PATCH", `/rounds/${roundId}/sheet`, {
      json: { answers: entries({ "1.seen": "often", "1.missingRecords": words }) },
    });
    expect([program.status, program.json.type]).toEqual([422, "/problems/screened"]);
    expect(program.text).not.toContain(words);
    const page = await send(house.officer, paths.roundAct("es", roundId, "answers"), {
      "1.seen": "often",
      "revision:1.seen": "0",
      "1.missingRecords": words,
      "revision:1.missingRecords": "0",
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain(words);
    expect(page.text).toContain("finding");
    const [row] = await world.owner`select count(*)::int as n from sheet_entries where round_id = ${roundId}`;
    expect(row?.n).toBe(0);
  });
});
