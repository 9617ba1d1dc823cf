import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "~/paths";
import { organisationIdOf } from "~db/demo/organisations";
import { aProcess, type Process } from "../support/browser";
import { demoDatabase } from "../support/demo";
import type { World } from "../support/world";

// Two processes of the built application on one database, as a deployment runs them.

let world: World;
let dataDir: string;
let processes: Process[] = [];

beforeAll(async () => {
  world = await demoDatabase();
  dataDir = await mkdtemp(join(tmpdir(), "ribera-revocation-"));
  // One after the other: the first makes the keys.
  for (let n = 0; n < 2; n++) processes.push(await aProcess({ database: world, dataDir }));
}, 400_000);

afterAll(async () => {
  await Promise.all(processes.map(({ stop }) => stop()));
  processes = [];
  await rm(dataDir, { recursive: true, force: true });
  await world.close();
});

const post = ({ origin }: Process, path: string, fields: Record<string, string>, headers = {}) =>
  fetch(origin + path, {
    method: "POST",
    redirect: "manual",
    headers: { origin, ...headers },
    body: new URLSearchParams(fields),
  });

async function signedIn(at: Process, persona: string) {
  const answer = await post(at, paths.demoSession(), { persona });
  return {
    Cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; "),
  };
}

test("a revoked organisation's member is refused at the next request by every process: page, renewal and token", async () => {
  const [one, two] = processes;
  if (!one || !two) throw new Error("two processes were wanted");
  const member = await signedIn(one, "banco-del-bravo-administrator");
  const { token } = await (await post(two, paths.demoToken(), { persona: "banco-del-bravo-officer" })).json();
  const bearer = { Authorization: `Bearer ${token}` };

  const asked = async (at: Process) => ({
    page: (await fetch(at.origin + paths.today("es"), { headers: member, redirect: "manual" })).status,
    application: (await fetch(at.origin + paths.application("es"), { headers: member, redirect: "manual" }))
      .status,
    token: (await fetch(at.origin + paths.api("/organisations"), { headers: bearer })).status,
  });
  for (const at of processes) expect(await asked(at)).toEqual({ page: 200, application: 200, token: 200 });

  const officer = await signedIn(two, "cnbv-officer");
  const revoked = await post(
    two,
    paths.organisationAct("es", organisationIdOf("banco-del-bravo"), "measures"),
    { kind: "revocation", emergency: "on", reason: "Una filtración comprobada de lo dicho en confianza." },
    officer,
  );
  expect(revoked.status).toBe(302);

  for (const at of processes) expect(await asked(at)).toEqual({ page: 302, application: 302, token: 401 });
  const again = await post(one, paths.demoSession(), { persona: "banco-del-bravo-administrator" });
  expect(again.headers.getSetCookie().filter((cookie) => /session=[^;]/.test(cookie))).toEqual([]);
  // What was ended does not come back by itself, and nobody else was touched.
  expect((await fetch(one.origin + paths.today("es"), { headers: officer, redirect: "manual" })).status).toBe(
    200,
  );
});
