import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { openKeys } from "~/domain/auth/open-keys.server";
import { rotateMasterKey } from "~/domain/auth/rotate-master-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { settleMasterKey } from "~/domain/auth/settle-master-key.server";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { numbersFrom } from "../../bench/search-corpus";
import { at, value } from "../support/desk";
import type { Rotating } from "../support/rotation-worker";
import { aConvener, propose } from "../support/roundtables";
import { aFolderOfKeys } from "../support/vaults";
import { aWorld } from "../support/world";

// The keys of rooms go over to one master key after the other, by processes that are killed with -9 at random instants.
// RIBERA_KILL_SEED repeats one.

const kills = Number(process.env.RIBERA_KILL_RUNS ?? 20);
const seed = Number(process.env.RIBERA_KILL_SEED ?? 1);
const random = numbersFrom(seed);
const world = aWorld();
const root = join(import.meta.dirname, "../..");
const standing = new Set<ChildProcess>();
afterAll(() => {
  for (const one of standing) one.kill("SIGKILL");
});

/** A process that waits to be told its work. */
function aWorker() {
  const tsx = pathToFileURL(join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const child = spawn(process.execPath, ["--import", tsx, join(root, "tests/support/rotation-worker.ts")], {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, "tsconfig.json") },
    stdio: ["pipe", "pipe", "inherit"],
  });
  standing.add(child);
  child.once("exit", () => standing.delete(child));
  let rotated = 0;
  child.stdout.on("data", (said) => {
    rotated += String(said).split("rotated").length - 1;
  });
  return { child, ready: once(child.stdout, "data"), rotations: () => rotated };
}

async function killed({ child, ready, rotations }: ReturnType<typeof aWorker>, work: Rotating) {
  await ready;
  child.stdin?.write(`${JSON.stringify(work)}\n`);
  await pause(40 + Math.floor(random() * 260));
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
  return rotations();
}

test(`every room opens after each of ${kills} rotations killed at a random instant, and then one generation holds`, async () => {
  const { dataDir, open } = await aFolderOfKeys();
  const first = await open();
  expect(await settleMasterKey(world.db, { master: first.master, at })).toBe(true);
  const lead = await aConvener(world);
  const rooms: string[] = [];
  for (let n = 0; n < 12; n += 1) rooms.push(value(await propose(world, lead, { keys: first.keys })).id);
  const opens = async (id: string, keys: SecretKeys) =>
    (await findRoundtable(world.db, lead.chair, { id, keys, at }))?.agenda.title.es ===
    "Cuentas concentradoras";
  const generations = async () =>
    (await world.owner<{ n: number }[]>`select distinct generation as n from roundtable_keys`).map(
      ({ n }) => n,
    );

  let [midway, rotations] = [0, 0];
  const waiting = [aWorker(), aWorker()];
  for (let kill = 0; kill < kills; kill += 1) {
    const worker = waiting.shift() ?? aWorker();
    if (kill + waiting.length + 1 < kills) waiting.push(aWorker());
    rotations += await killed(worker, { database: world.webUrl, dataDir });
    midway += (await generations()).length > 1 ? 1 : 0;
    // Whoever starts now, and whoever has run all along.
    const { keys } = await open();
    for (const id of rooms) expect(await opens(id, keys), `kill ${kill} of seed ${seed}`).toBe(true);
    expect(await opens(rooms[kill % rooms.length] ?? "", first.keys)).toBe(true);
  }
  process.stdout.write(`${kills} kills (seed ${seed}): ${midway} midway, ${rotations} rotations ended\n`);
  expect(midway).toBeGreaterThan(0);

  const { keys, master } = await openKeys({ ...none, dataDir });
  value(await rotateMasterKey(world.db, { master, anew: true, at }));
  for (const id of rooms) expect(await opens(id, keys)).toBe(true);
  const all = await world.owner<{ generation: number; fingerprint: string; retired: boolean }[]>`
    select generation, fingerprint, retired_at is not null as retired from master_keys order by generation desc`;
  const [holding, ...before] = all;
  expect(await generations()).toEqual([holding?.generation]);
  expect(holding?.retired).toBe(false);
  expect(before.filter(({ retired }) => !retired)).toEqual([]);
  const files = readdirSync(join(dataDir, "master-keys"));
  expect(files).toContain(holding?.fingerprint);
  expect(before.filter(({ fingerprint }) => files.includes(fingerprint))).toEqual([]);
}, 240_000);

const none = { secretKey: undefined, masterKey: undefined, masterKeyBefore: undefined };
