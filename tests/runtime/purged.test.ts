import { createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMasterKey } from "~/domain/auth/find-master-key.server";
import { openKeys } from "~/domain/auth/open-keys.server";
import { openKey } from "~/domain/auth/seal-key.server";
import { settleMasterKey } from "~/domain/auth/settle-master-key.server";
import { makeCommitment } from "~/domain/commitments/make-commitment.server";
import { settleCommitment } from "~/domain/commitments/settle-commitment.server";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { castBallot } from "~/domain/floor/cast-ballot.server";
import { closePoll } from "~/domain/floor/close-poll.server";
import { openPoll } from "~/domain/floor/open-poll.server";
import { openRoom } from "~/domain/floor/open-room.server";
import type { Member } from "~/domain/members/viewer";
import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { commentOnMinutes } from "~/domain/minutes/comment-on-minutes.server";
import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { clearAgenda } from "~/domain/roundtables/clear-agenda.server";
import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { givePart } from "~/domain/roundtables/give-part.server";
import { inviteToRoundtable } from "~/domain/roundtables/invite-to-roundtable.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { placeHold } from "~/domain/vaults/place-hold.server";
import { purgeRoundtables } from "~/domain/vaults/purge-roundtables.server";
import { findVault } from "~/domain/vaults/vaults.server";
import { aCluster, type OwnCluster } from "../support/cluster";
import { at, text, value } from "../support/desk";
import { anInstitution } from "../support/rounds";
import { aConvener, anAgenda, propose } from "../support/roundtables";
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
const said = (what: string) => text(`${what}: ${word}.`, `${what}: ${word}.`);

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
const placesOf = (plain: Buffer, files = cluster.files()) =>
  files.filter(({ bytes }) => formsOf(plain).some((form) => bytes.includes(form))).map(({ path }) => path);

async function aSession(openedKeys: Awaited<ReturnType<typeof openKeys>>) {
  const { world } = cluster;
  const { keys } = openedKeys;
  const [lead, house] = [await aConvener(world), await anInstitution(world)];
  const { chair, legal, officer } = lead;
  const agenda = anAgenda({
    title: said("Título"),
    purpose: said("Propósito"),
    items: [{ title: said("Punto"), note: said("Nota") }],
    retentionDays: 30,
    chathamHouse: false,
  });
  const place = { form: "in-person" as const, where: `Sala ${word}` };
  const { id: roundtableId } = value(await propose(world, lead, { agenda, place, keys }));
  const by = (member: Member, when = at) => ({ roundtableId, keys, by: member, at: when });
  for (const { memberId } of [legal, officer])
    value(await givePart(world.db, { ...by(chair), memberId, part: "clearer" }));
  for (const [member, kind] of [[legal, "legal"] as const, [officer, "competition"] as const])
    value(await clearAgenda(world.db, { ...by(member), kind, revision: 1, note: `Visto: ${word}.` }));
  const organisationId = house.organisation.id;
  value(await inviteToRoundtable(world.db, { ...by(chair), organisationId, seats: 2 }));
  value(await conveneRoundtable(world.db, { ...by(chair), revision: 1 }));
  const { memberId } = house.analyst;
  value(await nameAttendee(world.db, { ...by(house.officer), memberId }));
  for (const member of [chair, house.analyst])
    value(await acceptTerms(world.db, { ...by(member), version: 1, language: "es" }));

  value(await openRoom(world.db, by(chair, during)));
  const pace = new SeatPace();
  for (const mode of ["named", "unattributed"] as const) {
    const id = randomUUID();
    value(
      await sayInRoom(world.db, {
        ...by(house.analyst, during),
        ...{ id, kind: "words", item: 0, parentId: null, mode, pace, language: "es" },
        text: `Se dijo: ${word}.`,
      }),
    );
    value(
      await translateContribution(world.db, {
        ...by(chair, during),
        contributionId: id,
        text: `It was said: ${word}.`,
      }),
    );
  }
  const words = { question: said("Pregunta"), options: [said("Opción"), said("Otra")] };
  const { id: pollId } = value(
    await openPoll(world.db, { ...by(chair, during), item: 0, kind: "single", words }),
  );
  for (const member of [chair, house.analyst])
    value(await castBallot(world.db, { ...by(member, during), pollId, choices: [0] }));
  value(await closePoll(world.db, { ...by(chair, during), pollId }));

  value(await endRoundtable(world.db, by(chair, during)));
  const notes = { summary: said("Minuta"), items: [said("Sobre el punto")] };
  value(await writeMinutes(world.db, { ...by(chair, past(0)), notes, revision: 0 }));
  value(await submitMinutes(world.db, { ...by(chair, past(0)), revision: 1, days: 2 }));
  value(
    await commentOnMinutes(world.db, { ...by(house.analyst, past(1)), item: 0, words: `Falta ${word}.` }),
  );
  value(await approveMinutes(world.db, { ...by(chair, past(3)), revision: 1 }));
  const owed = { what: said("Se compromete"), organisationId, due: "2027-02-10" };
  const { id } = value(await makeCommitment(world.db, { ...by(chair, past(1)), ...owed }));
  value(
    await settleCommitment(world.db, { ...by(chair, past(2)), id, state: "met", note: `Hecho ${word}.` }),
  );
  value(await placeHold(world.db, { ...by(officer, past(2)), reason: `Requerimiento ${word}.` }));
  value(await closeRoundtable(world.db, by(chair, past(4))));
  return { roundtableId, lead };
}

/** Everything sealed of a room, wherever it lies. */
async function sealedOf(roundtableId: string) {
  const { owner } = cluster.world;
  const columns = await owner<{ part: string; name: string }[]>`
    select c.relname as part, a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.atttypid = 'bytea'::regtype and not a.attisdropped
      and (c.relname = 'roundtables' or c.relname in (select room_tables())) and c.relname <> 'roundtable_keys' and a.attname <> 'salt'`;
  const found: { part: string; bytes: Buffer }[] = [];
  for (const { part, name } of columns) {
    const rows = await owner.unsafe<{ bytes: Buffer | null }[]>(
      `select ${name} as bytes from ${part} where ${part === "roundtables" ? "id" : "roundtable_id"} = '${roundtableId}'`,
    );
    for (const { bytes } of rows) if (bytes) found.push({ part, bytes: Buffer.from(bytes) });
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

test("no word of a destroyed session is anywhere on the disk, and nothing that is left opens what was sealed", async () => {
  const { world, dataDir } = cluster;
  const none = { secretKey: undefined, masterKey: undefined, masterKeyBefore: undefined };
  const opened = await openKeys({ dataDir, ...none });
  expect(await settleMasterKey(world.db, { master: opened.master, at })).toBe(true);
  const { roundtableId, lead } = await aSession(opened);
  const [kept] = await world.owner<{ sealed: Buffer; fingerprint: string }[]>`
    select k.sealed, m.fingerprint from roundtable_keys k join master_keys m using (generation) where roundtable_id = ${roundtableId}`;
  if (!kept) throw new Error("there is a key");
  const master = await findMasterKey(opened.keys, kept.fingerprint);
  const room = openKey(kept.sealed, { under: master, about: `roundtable:${roundtableId}` });
  const sealed = await sealedOf(roundtableId);
  const pieceOfWords = sealed.filter(({ bytes }) => madeOf(room, bytes).includes(word));
  expect(new Set(pieceOfWords.map(({ part }) => part)).size, "as the room's key opens it").toBeGreaterThan(8);
  await world.owner`checkpoint`;
  expect(placesOf(Buffer.from(word)), "in clear, while it still could be read").toEqual([]);
  expect(
    keysIn(cluster.files()).some((key) => key.equals(master)),
    "the key is found where it is",
  ).toBe(true);
  expect(placesOf(kept.sealed), "and so is what it sealed").not.toEqual([]);

  expect(await purgeRoundtables(world.db, { master: opened.master, at: past(31) })).toBe(true);
  const vault = await findVault(world.db, lead.chair, { id: roundtableId, keys: opened.keys });
  expect(vault?.proof.map(({ action, whole }) => [action, whole])).toEqual([
    ["roundtable.closed", true],
    ["roundtable.purged", true],
  ]);
  await cluster.halt();

  const files = cluster.files();
  expect(placesOf(Buffer.from(word), files), "in clear").toEqual([]);
  for (const [name, key] of [
    ["the room's key", room],
    ["the master key before", master],
  ] as const)
    expect(placesOf(key, files), name).toEqual([]);
  // The database does not overwrite: what was sealed lies about, and that is why its key has to be gone.
  expect(placesOf(kept.sealed, files)).not.toEqual([]);
  const now = await openKeys({ dataDir, ...none });
  const left = [...keysIn(files), now.keys("room")];
  expect(left.some((key) => madeOf(key, kept.sealed).includes(room.toString("base64")))).toBe(false);
  for (const { part, bytes } of sealed)
    expect(
      left.some((key) => madeOf(key, bytes).includes(word)),
      part,
    ).toBe(false);
}, 120_000);
