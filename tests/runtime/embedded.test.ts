import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, openEmbedded } from "~db/embedded/open-embedded.server";

let dataDir: string;
const said: string[] = [];
const open = (alone = true): Promise<Embedded> =>
  openEmbedded({ dataDir, alone, onProgress: (line) => said.push(line) });

async function ask(url: string, query: string) {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await sql.end();
  }
}

const postmaster = () =>
  Number(readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "ribera-embedded-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("the embedded database", () => {
  test("is made where only its user can enter, keeps what was written, and stops whole", async () => {
    const first = await open();
    await ask(first.ownerUrl, "create table kept (n int); insert into kept values (7)");
    const pid = postmaster();
    await first.close();
    expect(isAlive(pid)).toBe(false);
    expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, "postgres")).mode & 0o777).toBe(0o700);

    const second = await open();
    expect(await ask(second.ownerUrl, "select n from kept")).toEqual([{ n: 7 }]);
    expect(
      await ask(second.ownerUrl, "select lower('ÁÑ') as word, 'ñ' < 'o' collate \"es-x-icu\" as sorts"),
    ).toEqual([{ word: "áñ", sorts: true }]);
    await second.close();
  });

  test("refuses a second start on its folder, and lets a command join", async () => {
    const first = await open();
    await expect(open()).rejects.toThrow(/already runs on the folder .*process \d+.*RIBERA_DATA_DIR/s);
    const joined = await open(false);
    expect(joined.ownerUrl).toBe(first.ownerUrl);
    await joined.close();
    expect(await ask(first.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await first.close();
  });

  test("comes back by itself on the same address when its server is killed", async () => {
    const opened = await open();
    const before = postmaster();
    process.kill(before, "SIGKILL");
    let answer: unknown;
    for (let i = 0; i < 50 && !answer; i++) {
      await pause(200);
      answer = await ask(opened.ownerUrl, "select n from kept").catch(() => undefined);
    }
    expect(answer).toEqual([{ n: 7 }]);
    expect(postmaster()).not.toBe(before);
    await opened.close();
  });

  test("is not stopped by a lock file that a dead server left", async () => {
    writeFileSync(join(dataDir, "postgres", "postmaster.pid"), `${process.pid}\n`);
    const opened = await open();
    expect(await ask(opened.ownerUrl, "select n from kept")).toEqual([{ n: 7 }]);
    await opened.close();
  });

  test("begins anew where its making was interrupted, and keeps what lies there aside", async () => {
    rmSync(join(dataDir, "postgres", "global"), { recursive: true });
    said.length = 0;
    const opened = await open();
    expect(said[0]).toMatch(/unfinished database/);
    expect(await ask(opened.ownerUrl, "select 1 as one")).toEqual([{ one: 1 }]);
    await opened.close();
  });
});
