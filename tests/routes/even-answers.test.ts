import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { evenInstant } from "~/http/server/even-answer";
import { paths } from "~/paths";
import { aMember, anOrganisation } from "../support/people";
import { aToken } from "../support/program";
import { aSession } from "../support/session";
import { aSite, type Site } from "../support/site";
import { freshDatabase, type World } from "../support/world";

let world: World;
let site: Site;
let cookie: string;
let token: string;
let held: number[];

const nothing = "1f6e8b1c-4f0e-4c57-9a55-3b8c6c8f2d11";

beforeAll(async () => {
  world = await freshDatabase();
  site = await aSite(world, {
    hold: async (askedAt) => {
      held.push(askedAt);
    },
  });
  const member = await aMember(world, {
    organisation: await anOrganisation(world, { kind: "institution" }),
    roles: ["compliance-officer"],
  });
  cookie = (await aSession(world, member)).cookie;
  token = await aToken(world, member);
});
const headersFor = (path: string): Record<string, string> =>
  path.startsWith("/api/") ? { Authorization: `Bearer ${token}` } : { Cookie: cookie, Origin: site.origin };

beforeEach(() => {
  held = [];
});
afterAll(async () => {
  await site.close();
  await world.close();
});

describe("What is not there, or not theirs to see, is answered at even instants", () => {
  test.each([
    ["a page", paths.roundtable("es", nothing), {}],
    ["what a page asks for by itself", `${paths.roundtable("en", nothing)}.data`, {}],
    ["an operation", `/api/v1/rounds/${nothing}`, {}],
    ["an address that nobody has", "/es/nada/de/nada", {}],
    [
      "an act",
      paths.roundtableAct("es", nothing, "answer"),
      { method: "POST", body: new URLSearchParams({ answer: "coming" }) },
    ],
  ])("%s", async (_, path, init) => {
    expect((await site.ask(path, { headers: headersFor(path), ...init })).status).toBe(404);
    expect(held).toHaveLength(1);
  });

  test("what is there is answered when it is ready", async () => {
    expect((await site.ask("/es", { headers: headersFor("/es") })).status).toBe(200);
    expect((await site.ask("/api/v1/rounds", { headers: headersFor("/api/v1/rounds") })).status).toBe(200);
    expect(held).toEqual([]);
  });

  test.each([
    [100, 100, 150],
    [100, 100.4, 150],
    [100, 149.9, 150],
    [100, 150, 150],
    [100, 150.1, 200],
    [100, 420, 450],
  ])("asked at %d and ready at %d: answered at %d", (askedAt, ready, instant) => {
    expect(evenInstant(askedAt, ready, 50)).toBe(instant);
  });
});
