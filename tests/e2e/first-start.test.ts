import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "~/paths";
import { aProcess, type Process, patience } from "../support/browser";

// The other browser tests visit a process over a database that is ready; this is what a fresh clone does.

let dataDir: string;
let started: Process;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "ribera-first-start-"));
  started = await aProcess({ dataDir, byNpm: true });
}, 240_000);
afterAll(async () => {
  await started?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(started.origin + path, { redirect: "manual", ...init });

test("on an empty folder a start makes the database and the demo, and serves both to readers and to staff", async () => {
  for (const lang of ["es", "en"] as const) {
    const page = await ask(paths.advisory(lang, "UIF-2026-AV-002"));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("UIF-2026-AV-002");
  }
  expect(await (await ask(paths.json("UIF-2026-AV-002"))).json()).toMatchObject({ origin: "native" });

  const entered = await ask(paths.demoSession(), {
    method: "POST",
    headers: { origin: started.origin },
    body: new URLSearchParams({ persona: "fincen-analyst" }),
  });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]);
  const desk = await ask(paths.desk("en"), { headers: { cookie: cookie.join("; ") } });
  expect(await desk.text()).toContain("FIN-2026-A017");
});

test("and its end leaves no database server behind", async () => {
  const lock = await readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8");
  const server = Number(lock.split("\n")[0]);
  expect(process.kill(server, 0)).toBe(true);
  await started.stop();
  const isThere = () => {
    try {
      return process.kill(server, 0);
    } catch {
      return false;
    }
  };
  await expect.poll(isThere, patience).toBe(false);
});
