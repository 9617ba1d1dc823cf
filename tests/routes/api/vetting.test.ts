import { afterAll, beforeAll, expect, test } from "vitest";
import { vettingOperations } from "~/http/api/operations/vetting";
import { aProgram, type Program } from "../../support/program";
import { aSite, type Site } from "../../support/site";
import { aBank, apply, type Bank, type Officers, reason, someOfficers } from "../../support/vetting";
import { freshDatabase, type World } from "../../support/world";

let world: World;
let site: Site;
let officers: Officers;
let bank: Bank;
let first: Program;
let second: Program;
beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world);
  officers = await someOfficers(world);
  bank = await aBank(world);
  first = await aProgram(world, site, officers.first);
  second = await aProgram(world, site, officers.second);
});
afterAll(async () => {
  await site.close();
  await world.close();
});

const [find] = vettingOperations;

test("an organisation is vetted, suspended in an emergency and lifted by the API alone", async () => {
  const application = await apply(world, bank);
  const path = `/organisations/${bank.id}`;
  const waiting = await first("GET", path);
  expect(find?.answer.parse(waiting.json)).toMatchObject({
    vetting: "applied",
    legalCover: { kind: "none" },
    application: { id: application, approvals: 0 },
  });

  const word = { json: { application, reason } };
  expect(await first("POST", `${path}/approval`, { json: { application, reason: "sí" } })).toMatchObject({
    status: 422,
    json: { type: "/problems/reason_too_short" },
  });
  expect((await first("POST", `${path}/approval`, word)).json).toEqual({ outcome: null, until: null });
  expect(await first("POST", `${path}/approval`, word)).toMatchObject({
    status: 409,
    json: { type: "/problems/already_decided" },
  });
  expect((await second("POST", `${path}/approval`, word)).json.outcome).toBe("approved");
  expect((await first("POST", `${path}/refusal`, word)).json.type).toBe("/problems/no_application");

  const measure = await first("POST", `${path}/measures`, {
    json: { kind: "suspension", emergency: true, reason },
  });
  expect(measure).toMatchObject({ status: 201, json: { vetting: "suspended" } });
  expect((await first("GET", path)).json.measure.id).toBe(measure.json.id);
  const at = `${path}/measures/${measure.json.id}`;
  expect((await first("POST", `${at}/confirmation`, { json: { reason } })).json.type).toBe(
    "/problems/second_officer_needed",
  );
  expect((await second("DELETE", at)).status).toBe(204);
  expect((await first("GET", path)).json).toMatchObject({
    vetting: "vetted",
    legalCover: { kind: "ground" },
  });
});

test("programs of others learn nothing and change nothing", async () => {
  const rival = await aBank(world, "vetted");
  const outside = await aProgram(world, site, rival.administrator);
  const analyst = await aProgram(world, site, officers.analyst);
  const path = `/organisations/${bank.id}`;
  expect((await outside("GET", path)).status).toBe(403);
  expect((await outside("GET", `/organisations/${crypto.randomUUID()}`)).status).toBe(403);
  expect((await analyst("GET", `/organisations/${crypto.randomUUID()}`)).status).toBe(404);
  expect((await analyst("GET", path)).json).toMatchObject({ application: null, measure: null });
  const revocation = { json: { kind: "revocation", emergency: true, reason } };
  expect((await analyst("POST", `${path}/measures`, revocation)).status).toBe(403);
  expect((await outside("POST", `${path}/measures`, revocation)).status).toBe(403);
});
