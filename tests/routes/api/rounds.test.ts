import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { roundOperations } from "~/http/api/operations/rounds";
import { secretKeys } from "~/http/secret-keys.server";
import { aMember } from "../../support/people";
import { aProgram, type Program } from "../../support/program";
import { aConvening, anInstitution, aPlan, aWholeForm, type Convening } from "../../support/rounds";
import { aSite, type Site } from "../../support/site";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;
let convening: Convening;
let convener: Program;
let officers: Program[];
let outsiders: Record<string, Program>;

const closesAt = () => new Date(Date.now() + 7 * 24 * 3_600_000);
const body = () => ({ ...aPlan(convening), closesAt: closesAt().toISOString() });
const answers = (given: Record<string, unknown>) =>
  Object.entries(given).map(([place, answer]) => {
    const [row = "", question = ""] = place.split(".");
    return { row: Number(row), question, answer, revision: 0 };
  });

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  convening = await aConvening(world, { institutions: 6 });
  convener = await aProgram(world, site, convening.convener);
  officers = await Promise.all(convening.houses.map(({ officer }) => aProgram(world, site, officer)));
  outsiders = {
    "nobody signed in": await aProgram(world, site),
    "an institution that is not invited": await aProgram(world, site, (await anInstitution(world)).officer),
    "another authority": await aProgram(world, site, (await aConvening(world, { institutions: 0 })).convener),
    operator: await aProgram(world, site, await aMember(world, { roles: ["operator", "auditor"] })),
  };
});
afterAll(async () => {
  await site.close();
  await world.close();
});

async function anOpenRound() {
  const planned = await convener("POST", "/rounds", { json: body() });
  const path = `/rounds/${planned.json.id}`;
  await convener("POST", `${path}/opening`, { json: { revision: 1, notForSupervision: true } });
  return { path, id: String(planned.json.id) };
}

describe("a feedback round by the API alone", () => {
  test("is planned, changed by who read it last, opened, answered by six, signed and closed", async () => {
    const planned = await convener("POST", "/rounds", { json: body() });
    expect(planned.status).toBe(201);
    const path = `/rounds/${planned.json.id}`;
    const read = await convener("GET", path);
    expect(read.json).toMatchObject({
      state: "planned",
      subject: { kind: "advisory", number: convening.number, version: 1 },
    });
    const changed = { json: { ...body(), title: { es: "Otra pregunta", en: "Another question" } } };
    expect((await convener("PUT", path, changed)).status).toBe(428);
    const ifMatch = { headers: { "If-Match": read.headers.get("ETag") ?? "" } };
    expect((await convener("PUT", path, { ...changed, ...ifMatch })).json).toEqual({ revision: 2 });
    expect((await convener("PUT", path, { ...changed, ...ifMatch })).status).toBe(412);

    const opening = { revision: 2, notForSupervision: true };
    expect(
      (await convener("POST", `${path}/opening`, { json: { ...opening, notForSupervision: false } })).json
        .type,
    ).toBe("/problems/supervision_not_ruled_out");
    expect((await convener("POST", `${path}/opening`, { json: opening })).json).toEqual({ invited: 6 });

    for (const [i, officer] of officers.entries()) {
      const filled = await officer("PATCH", `${path}/sheet`, { json: { answers: answers(aWholeForm()) } });
      expect(filled.json.overtaken).toEqual([]);
      const { digest, signed } = (await officer("GET", `${path}/sheet`)).json;
      expect(signed).toBeNull();
      const signature = await officer("POST", `${path}/signature`, { json: { digest } });
      expect([signature.status, signature.json.version]).toEqual([201, 1]);
      expect((await convener("GET", path)).json.answered).toBe(i < 4 ? null : i + 1);
    }
    expect(
      (await convener("POST", `${path}/extension`, { json: { closesAt: new Date().toISOString() } })).json
        .type,
    ).toBe("/problems/window_not_longer");
    await closeDueRounds(world.db, { keys: await secretKeys(), at: new Date(closesAt().getTime() + 60_000) });
    expect((await convener("GET", path)).json).toMatchObject({ state: "closed", invited: 6, answered: 6 });
    expect((await officers[0]?.("GET", `${path}/sheet`))?.status).toBe(404);
  });

  test("answers whoever is not of it as what does not exist does", async () => {
    const { path } = await anOpenRound();
    const nowhere = "/rounds/6f1c2a34-0000-4000-8000-00000000ffff";
    const asks: [string, string, unknown][] = [
      ["GET", "", undefined],
      ["GET", "/sheet", undefined],
      ["PATCH", "/sheet", { answers: [] }],
      ["POST", "/signature", { digest: "x" }],
      ["POST", "/opening", { revision: 1, notForSupervision: true }],
      ["POST", "/extension", { closesAt: closesAt().toISOString() }],
      ["PUT", "", body()],
      ["DELETE", "", undefined],
    ];
    for (const [name, program] of Object.entries(outsiders)) {
      for (const [method, part, json] of asks) {
        const sending = { ...(json === undefined ? {} : { json }), headers: { "If-Match": '"r1"' } };
        const [there, none] = [
          await program(method, path + part, sending),
          await program(method, nowhere + part, sending),
        ];
        expect([name, method, part, there.status, there.text]).toEqual([
          name,
          method,
          part,
          none.status,
          none.text,
        ]);
        expect(there.status, `${name} ${method} ${part}`).toBeGreaterThanOrEqual(400);
      }
      const list = await program("GET", "/rounds");
      expect(list.text, name).not.toContain(path.split("/")[2]);
    }
  });

  test("keeps neither answers nor the secret of a signature, whatever key they are sent with", async () => {
    const { path } = await anOpenRound();
    const [officer] = officers;
    if (!officer) throw new Error("nobody was invited");
    const headers = { "Idempotency-Key": "one-and-the-same" };
    await officer("PATCH", `${path}/sheet`, { json: { answers: answers(aWholeForm()) }, headers });
    const { digest } = (await officer("GET", `${path}/sheet`)).json;
    const first = await officer("POST", `${path}/signature`, { json: { digest }, headers });
    const second = await officer("POST", `${path}/signature`, { json: { digest }, headers });
    expect([first.json.version, second.json.version]).toEqual([1, 2]);
    const kept = await world.owner`select 1 from idempotency_keys`;
    expect(kept).toHaveLength(0);
  });

  test("lists what it asks, in both languages", async () => {
    const [questions] = roundOperations.filter(({ name }) => name === "listRoundQuestions");
    const { json } = await (outsiders["nobody signed in"] ?? convener)("GET", "/round-questions");
    expect(questions?.answer.safeParse(json).success).toBe(true);
    const texts = JSON.stringify(json.items);
    expect(texts).not.toMatch(/question\.|\.asks|category\./);
  });
});
