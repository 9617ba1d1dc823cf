import { createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMasterKey } from "~/domain/auth/find-master-key.server";
import { openKeys } from "~/domain/auth/open-keys.server";
import { openKey } from "~/domain/auth/seal-key.server";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { settleMasterKey } from "~/domain/auth/settle-master-key.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { purgeRoundtables } from "~/domain/vaults/purge-roundtables.server";
import { findVault } from "~/domain/vaults/vaults.server";
import { aCluster, type OwnCluster } from "../support/cluster";
import { at, text, value } from "../support/desk";
import { aPaper } from "../support/room-files";
import { aSessionIn } from "../support/session-life";
import { during, past } from "../support/vaults";

// What a session leaves on the disk: every file of a database server of its own, its write-ahead log and its own log included, and every
// file of the data folder, is searched for what was said, before and after the record was destroyed.

let cluster: OwnCluster;
beforeAll(async () => {
  cluster = await aCluster();
}, 120_000);
afterAll(() => cluster?.close());

/** No word of any language, and no number that screening could take for somebody's. */
const letters = (many: number) =>
  [...randomBytes(many)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
const word = `ocelote${letters(18)}`;

/** As text, as wide characters, in hexadecimal, and in base64 wherever it begins. */
const formsOf = (plain: Buffer) => [
  plain,
  Buffer.from(plain.toString("latin1"), "utf16le"),
  Buffer.from(plain.toString("hex")),
  Buffer.from(plain.toString("hex").toUpperCase()),
  ...[0, 1, 2].map((before) => {
    const coded = Buffer.concat([Buffer.alloc(before), plain])
      .toString("base64")
      .replace(/=+$/, "");
    return Buffer.from(coded.slice([0, 2, 3][before], -1));
  }),
];
const placesOf = (forms: Buffer[], files: ReturnType<OwnCluster["files"]>) =>
  files.filter(({ bytes }) => forms.some((form) => bytes.includes(form))).map(({ path }) => path);

/** A session walked through from its proposal to its seal, with a document of pages among what was shown. */
async function aSealed(keys: SecretKeys) {
  const { world } = cluster;
  const session = await aSessionIn(world, { keys, word });
  const paper = { id: randomUUID(), name: "a.pdf", title: `Plano ${word}`, bytes: await aPaper(word) };
  const shown = { ...session.by(session.lead.chair, during), ...paper };
  value(await showInRoom(world.db, { ...shown, item: 0, mode: "named", pace: new SeatPace() }));
  await session.goOn();
  await session.close();
  return session;
}

/** One that was sent out with what goes ahead, asked in, and cancelled. */
async function aCancelled(keys: SecretKeys) {
  const { world } = cluster;
  const session = await aSessionIn(world, { keys, word });
  const reason = text(`No se puede: ${word}.`, `It cannot be: ${word}.`);
  value(await cancelRoundtable(world.db, { ...session.by(session.lead.chair, during), reason }));
  return session;
}

/** Everything sealed of a room, wherever it lies. */
async function sealedOf(roundtableId: string) {
  const { owner } = cluster.world;
  const columns = await owner<{ part: string; name: string }[]>`
    select c.relname as part, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped
      and (c.relname = 'roundtables' or c.relname in (select room_tables())) and c.relname <> 'roundtable_keys' and a.attname <> 'salt'`;
  const found: { part: string; name: string; bytes: Buffer }[] = [];
  for (const { part, name } of columns) {
    const rows = await owner.unsafe<{ bytes: Buffer | null }[]>(
      `select ${name} as bytes from ${part} where ${part === "roundtables" ? "id" : "roundtable_id"} = '${roundtableId}'`,
    );
    for (const { bytes } of rows) if (bytes) found.push({ part, name, bytes: Buffer.from(bytes) });
  }
  return found;
}

/** What this key makes of it, whatever it was sealed as: the mark that says whether it fits is not asked. */
const madeOf = (key: Buffer, sealed: Buffer) =>
  createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).update(sealed.subarray(28));

/** Every key that whoever takes the machine could try: what is written in any file as 32 bytes are, and whatever lies in the data folder. */
function keysIn(files: ReturnType<OwnCluster["files"]>) {
  const found = new Map<string, Buffer>();
  for (const { path, bytes } of files) {
    const coded =
      bytes.toString("latin1").match(/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=(?![A-Za-z0-9+/=])/g) ?? [];
    for (const one of coded) found.set(one, Buffer.from(one, "base64"));
    if (!path.startsWith("data/")) continue;
    for (let from = 0; from + 32 <= bytes.length; from += 1)
      found.set(`${path}:${from}`, bytes.subarray(from, from + 32));
  }
  return [...found.values()];
}

/** A stretch out of the middle of each file that was shown or sent ahead. */
const stretchesOf = (pieces: { name: string; plain: Buffer }[]) =>
  pieces.flatMap(({ name, plain }) => {
    const middle = plain.length >> 1;
    return name === "content" ? [plain.subarray(middle - 16, middle + 16)] : [];
  });

test("no word of a destroyed session is anywhere on the disk, and nothing that is left opens what was sealed", async () => {
  const { world, dataDir } = cluster;
  const none = { secretKey: undefined, masterKey: undefined, masterKeyBefore: undefined };
  const opened = await openKeys({ dataDir, ...none });
  expect(await settleMasterKey(world.db, { master: opened.master, at })).toBe(true);
  const held = await aSealed(opened.keys);
  const cancelled = await aCancelled(opened.keys);
  const sessions = [];
  for (const { roundtableId, lead } of [held, cancelled]) {
    const [kept] = await world.owner<{ sealed: Buffer; fingerprint: string }[]>`
      select k.sealed, m.fingerprint from roundtable_keys k join master_keys m using (generation) where roundtable_id = ${roundtableId}`;
    if (!kept) throw new Error("there is a key");
    const master = await findMasterKey(opened.keys, kept.fingerprint);
    const room = openKey(kept.sealed, { under: master, about: `roundtable:${roundtableId}` });
    const sealed = await sealedOf(roundtableId);
    const pieces = sealed.map(({ bytes, ...piece }) => ({ ...piece, plain: madeOf(room, bytes) }));
    sessions.push({ roundtableId, chair: lead.chair, kept, master, room, sealed, pieces });
  }
  const partsOf = (pieces: { part: string }[]) => [...new Set(pieces.map(({ part }) => part))].sort();
  for (const { pieces } of sessions) {
    const worded = partsOf(pieces.filter(({ plain }) => plain.includes(word)));
    const others = partsOf(pieces).filter((part) => !worded.includes(part));
    // A count of votes has no words; a proposal's are the desk's too.
    expect(others.filter((part) => part !== "roundtable_proposals")).toEqual([
      "room_ballot_boxes",
      "roundtable_terms",
    ]);
  }
  const [stretches = []] = sessions.map(({ pieces }) => stretchesOf(pieces));
  expect(stretches, "two files shown and one sent ahead").toHaveLength(3);
  await world.owner`checkpoint`;
  const before = cluster.files();
  const known = [...formsOf(Buffer.from(word)), ...stretches];
  expect(placesOf(known, before), "in clear, while it still could be read").toEqual([]);
  const keysBefore = keysIn(before);
  for (const { master, kept } of sessions) {
    expect(
      keysBefore.some((key) => key.equals(master)),
      "the key is found where it is",
    ).toBe(true);
    expect(placesOf([kept.sealed], before), "and so is what it sealed").not.toEqual([]);
  }

  expect(await purgeRoundtables(world.db, { master: opened.master, at: past(31) })).toBe(true);
  for (const { roundtableId, chair } of sessions) {
    const vault = await findVault(world.db, chair, { id: roundtableId, keys: opened.keys });
    expect(vault?.proof.map(({ action, whole }) => [action, whole])).toEqual([
      ["roundtable.closed", true],
      ["roundtable.purged", true],
    ]);
  }
  const sealedNow = await world.owner<
    { sealed: Buffer }[]
  >`select sealed from roundtable_keys where length(sealed) > 0`;
  await cluster.halt();

  const files = cluster.files();
  expect(placesOf(known, files), "in clear").toEqual([]);
  const now = await openKeys({ dataDir, ...none });
  const left = [...keysIn(files), now.keys("room")];
  for (const { kept, master, room, sealed } of sessions) {
    for (const [name, key] of [
      ["the room's key", room],
      ["the master key before", master],
    ] as const)
      expect(placesOf(formsOf(key), files), name).toEqual([]);
    // The database does not overwrite: what was sealed lies about, and that is why its key has to be gone.
    expect(placesOf([kept.sealed], files)).not.toEqual([]);
    for (const one of [kept, ...sealedNow])
      expect(left.some((key) => madeOf(key, one.sealed).includes(room.toString("base64")))).toBe(false);
    for (const { part, bytes } of sealed)
      expect(
        left.some((key) => madeOf(key, bytes).includes(word)),
        part,
      ).toBe(false);
  }
}, 120_000);
