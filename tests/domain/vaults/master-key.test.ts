import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import type { MasterKeys } from "~/domain/auth/master-keys.server";
import { openKeys } from "~/domain/auth/open-keys.server";
import { rotateMasterKey } from "~/domain/auth/rotate-master-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { settleMasterKey } from "~/domain/auth/settle-master-key.server";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { at, reasonOf, value } from "../../support/desk";
import { aConvener, type Convener, propose } from "../../support/roundtables";
import { aFolderOfKeys, aKey } from "../../support/vaults";
import { freshDatabase, type World } from "../../support/world";

// Each test goes over to other master keys of the whole database: each has one of its own.
let world: World;
let lead: Convener;
beforeEach(async () => {
  world = await freshDatabase();
  lead = await aConvener(world);
  return () => world.close();
});

const roomUnder = async (keys: SecretKeys) => value(await propose(world, lead, { keys })).id;
const titleOf = async (id: string, keys: SecretKeys) =>
  (await findRoundtable(world.db, lead.chair, { id, keys, at }))?.agenda.title.es;
const filesIn = (dataDir: string) => readdirSync(join(dataDir, "master-keys"));
const generations = async () =>
  (await world.owner<{ generation: number }[]>`select distinct generation from roundtable_keys`).map(
    (row) => row.generation,
  );

test("the keys of rooms are sealed anew and nothing else, and the key before is gone and opens nothing", async () => {
  const { dataDir, open } = await aFolderOfKeys();
  const { keys, master } = await open();
  expect(await settleMasterKey(world.db, { master, at })).toBe(true);
  const rooms = [await roomUnder(keys), await roomUnder(keys)];
  const [first] = filesIn(dataDir);
  const kept = await world.owner`select id, agenda from roundtables order by id`;
  const before = await world.owner`select sealed from roundtable_keys order by roundtable_id`;

  expect(value(await rotateMasterKey(world.db, { master, anew: true, at }))).toEqual({ rooms: 2 });
  const [second, ...others] = filesIn(dataDir);
  expect([others, second === first]).toEqual([[], false]);
  expect([...(await world.owner`select id, agenda from roundtables order by id`)]).toEqual([...kept]);
  expect([...(await world.owner`select sealed from roundtable_keys order by roundtable_id`)]).not.toEqual([
    ...before,
  ]);
  // A process that starts now has never seen the key before.
  const later = await open();
  for (const id of rooms) expect(await titleOf(id, later.keys)).toBe("Cuentas concentradoras");
  // One that runs has both, and what it makes is under the new one.
  const third = await roomUnder(keys);
  expect(await titleOf(third, later.keys)).toBe("Cuentas concentradoras");
  expect((await generations()).length).toBe(1);
  expect(
    await world.owner`select 1 from audit_events where action = 'master_key.rotated' and detail ->> 'generation' = '2'`,
  ).toHaveLength(1);
});

test("what was killed in between is done by whoever comes next, and no other key is begun for it", async () => {
  const { dataDir, open } = await aFolderOfKeys();
  const { keys, master } = await open();
  await settleMasterKey(world.db, { master, at });
  const rooms = [];
  for (let n = 0; n < 3; n += 1) rooms.push(await roomUnder(keys));
  // Dies at the fourth look for a key: one room is sealed anew, two are not, both keys are there.
  let looks = 0;
  const dying: MasterKeys = {
    ...master,
    find: (fingerprint) => (++looks > 3 ? Promise.reject(new Error("killed")) : master.find(fingerprint)),
  };
  await expect(rotateMasterKey(world.db, { master: dying, anew: true, at })).rejects.toThrow("killed");
  expect((await generations()).length).toBe(2);
  expect(filesIn(dataDir)).toHaveLength(2);
  for (const id of rooms) expect(await titleOf(id, (await open()).keys)).toBe("Cuentas concentradoras");

  const next = await open();
  expect(value(await rotateMasterKey(world.db, { master: next.master, anew: true, at }))).toEqual({
    rooms: 2,
  });
  expect(filesIn(dataDir)).toHaveLength(1);
  for (const id of rooms) expect(await titleOf(id, (await open()).keys)).toBe("Cuentas concentradoras");
});

test("a key whose file was still there when its rotator died is taken away by the next", async () => {
  const { dataDir, open } = await aFolderOfKeys();
  const { keys, master } = await open();
  await settleMasterKey(world.db, { master, at });
  const id = await roomUnder(keys);
  const dying: MasterKeys = { ...master, forget: () => Promise.reject(new Error("killed")) };
  await expect(rotateMasterKey(world.db, { master: dying, anew: true, at })).rejects.toThrow("killed");
  expect(filesIn(dataDir)).toHaveLength(2);
  const next = await open();
  expect(await settleMasterKey(world.db, { master: next.master, at })).toBe(true);
  expect(filesIn(dataDir)).toHaveLength(1);
  expect(await titleOf(id, next.keys)).toBe("Cuentas concentradoras");
});

describe("with keys in the environment", () => {
  const secretKey = randomBytes(32).toString("base64");
  const open = (masterKey?: string, masterKeyBefore?: string) =>
    openKeys({ dataDir: "", secretKey, masterKey, masterKeyBefore });

  test("one goes over with both set; then the one before is not needed, and alone it is refused at start", async () => {
    const [first, second] = [aKey(), aKey()];
    const begun = await open(first);
    expect(await settleMasterKey(world.db, { master: begun.master, at })).toBe(true);
    const id = await roomUnder(begun.keys);
    expect(reasonOf(await rotateMasterKey(world.db, { master: begun.master, anew: true, at }))).toBe(
      "master_key_same",
    );
    const alone = await open(second);
    expect(await settleMasterKey(world.db, { master: alone.master, at })).toBe(false);
    expect(reasonOf(await rotateMasterKey(world.db, { master: alone.master, anew: true, at }))).toBe(
      "master_key_missing",
    );
    expect(await titleOf(id, begun.keys)).toBe("Cuentas concentradoras");
    const both = await open(second, first);
    value(await rotateMasterKey(world.db, { master: both.master, anew: true, at }));
    expect(await titleOf(id, (await open(second)).keys)).toBe("Cuentas concentradoras");
    expect(await settleMasterKey(world.db, { master: (await open(first)).master, at })).toBe(false);
    await expect(titleOf(id, begun.keys)).rejects.toThrow(/does not have the master key/);
  });

  test("without one the installation's secret stays the key", async () => {
    const { keys, master } = await open();
    expect(await settleMasterKey(world.db, { master, at })).toBe(true);
    const id = await roomUnder(keys);
    expect(await generations()).toEqual([0]);
    expect(await titleOf(id, keys)).toBe("Cuentas concentradoras");
    expect(reasonOf(await rotateMasterKey(world.db, { master, anew: true, at }))).toBe("master_key_same");
  });
});
