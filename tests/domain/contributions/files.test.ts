import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { hideContribution } from "~/domain/contributions/hide-contribution.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { showInRoom } from "~/domain/contributions/show-in-room.server";
import { takeFile } from "~/domain/contributions/take-file.server";
import { closeItem } from "~/domain/floor/close-item.server";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { findVault } from "~/domain/vaults/vaults.server";
import { asViewer } from "~db/client.server";
import { reasonOf, value } from "../../support/desk";
import { aPaper, author } from "../../support/room-files";
import { aRoomOpen, during, type RoomOpen, roomOf } from "../../support/rooms";
import { keys } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let room: RoomOpen;
beforeAll(async () => {
  room = await aRoomOpen(world);
});

type Given = Partial<Parameters<typeof showInRoom>[1]>;
const show = (by: Viewer, given: Given = {}) =>
  showInRoom(world.db, {
    roundtableId: room.roundtableId,
    id: randomUUID(),
    item: 0,
    mode: "named",
    title: "",
    name: "ventanilla.txt",
    bytes: Buffer.from("Lo que se observa."),
    pace: new SeatPace(),
    keys,
    by,
    at: during,
    ...given,
  });
const take = (by: Viewer, contributionId: string) =>
  takeFile(world.db, { roundtableId: room.roundtableId, contributionId, keys, by, at: during });
const shownTo = async (by: Viewer, id: string) =>
  (await roomOf(world, room.roundtableId, by))?.contributions.find((one) => one.id === id);

describe("a file that is shown", () => {
  test("stands among what is said, and everyone at the table may take a copy, which is written down", async () => {
    const { id } = value(await show(room.one));
    const shown = await shownTo(room.other, id);
    expect(shown).toMatchObject({
      kind: "file",
      file: { name: "ventanilla.txt", mediaType: "text/plain", bytes: 18 },
      who: { name: room.one.name },
    });
    const copy = value(await take(room.other, id));
    expect(copy.bytes.toString()).toBe("Lo que se observa.");
    expect(copy.reader.name).toBe(room.other.name);
    const vault = await findVault(world.db, room.chair, { id: room.roundtableId, keys });
    expect(vault?.disclosures[0]).toMatchObject({ what: "file", name: room.other.name });
  });

  test.each(["sector", "unattributed"] as const)(
    "%s: neither its row, its name nor its content says whose it is",
    async (mode) => {
      const { id } = value(
        await show(room.chair, { mode, name: `Informe de ${author}.pdf`, bytes: await aPaper() }),
      );
      expect((await shownTo(room.one, id))?.file?.name).toBe("documento.pdf");
      const [row] =
        await world.owner`select member_id, organisation_id from room_contributions where id = ${id}`;
      expect(row).toEqual({ member_id: null, organisation_id: null });
      expect(value(await take(room.one, id)).bytes.toString("latin1")).not.toContain(author);
    },
  );

  test("is called what its writer calls it, and of its own name where that is theirs to show", async () => {
    const paper = await aPaper();
    const named = value(await show(room.one, { name: "mapa.pdf", bytes: paper }));
    expect((await shownTo(room.other, named.id))?.file?.name).toBe("mapa.pdf");
    const titled = value(
      await show(room.one, { mode: "unattributed", title: "Mapa: 1/2", name: "x.pdf", bytes: paper }),
    );
    expect((await shownTo(room.other, titled.id))?.file?.name).toBe("Mapa_ 1_2.pdf");
  });

  test("lies in the database sealed, and leaves neither a time nor an entry", async () => {
    const before =
      await world.owner`select count(*) from roundtable_events where roundtable_id = ${room.roundtableId}`;
    const { id } = value(
      await show(room.one, { mode: "unattributed", bytes: Buffer.from("Palabra secreta.") }),
    );
    const [row] = await world.owner`select content from room_files where contribution_id = ${id}`;
    expect(row?.content.toString("latin1")).not.toContain("Palabra secreta");
    const after =
      await world.owner`select count(*) from roundtable_events where roundtable_id = ${room.roundtableId}`;
    expect(after).toEqual(before);
  });

  test("sent twice it is shown once; under its id no other file is", async () => {
    const id = randomUUID();
    const bytes = await aPaper();
    value(await show(room.one, { id, name: "a.pdf", bytes }));
    value(await show(room.one, { id, name: "a.pdf", bytes }));
    expect(reasonOf(await show(room.one, { id, name: "a.pdf", bytes: await aPaper("Otra cosa.") }))).toBe(
      "said_already",
    );
    const rows = await world.owner`select 1 from room_files where contribution_id = ${id}`;
    expect(rows).toHaveLength(1);
  });

  test("with customers in it, or in its name, is stopped and nothing of it kept", async () => {
    const before = await world.owner`select count(*) from room_contributions`;
    const list = Buffer.from("nombre,curp\nAna,HEGG560427MVZRRL04\n");
    const paper = await aPaper("Clienta HEGG560427MVZRRL04");
    for (const given of [
      { name: "clientes.csv", bytes: list },
      { name: "clientes.pdf", bytes: paper },
      { title: "HEGG560427MVZRRL04" },
    ]) {
      const stopped = await show(room.one, given);
      expect(stopped).toMatchObject({ ok: false, reason: "file_screened", facts: { counts: { curp: 1 } } });
    }
    expect(await world.owner`select count(*) from room_contributions`).toEqual(before);
  });

  test("is refused on an item that is not open, by whoever is not at the table, and faster than a seat may speak", async () => {
    expect(reasonOf(await show(room.one, { item: 1 }))).toBe("item_not_open");
    expect(reasonOf(await show(room.houses[0].officer))).toBe("not_allowed");
    for (const by of [anonymous, room.lead.outside]) expect(reasonOf(await show(by))).toBe("not_found");
    const pace = new SeatPace(1);
    value(await show(room.one, { pace }));
    expect(reasonOf(await show(room.one, { pace }))).toBe("too_fast_in_room");
  });

  test("is opened by nobody who is not at the table, and by nobody once it is hidden", async () => {
    const { id } = value(await show(room.one));
    for (const by of [anonymous, room.lead.outside]) expect(reasonOf(await take(by, id))).toBe("not_found");
    expect(reasonOf(await take(room.houses[0].officer, id))).toBe("not_allowed");
    value(
      await hideContribution(world.db, {
        roundtableId: room.roundtableId,
        contributionId: id,
        reason: "identifies",
        note: "",
        keys,
        by: room.chair,
        at: during,
      }),
    );
    for (const by of [room.one, room.chair]) expect(reasonOf(await take(by, id))).toBe("not_found");
    expect((await shownTo(room.other, id))?.file).toBeNull();
  });
});

test("when its item is closed a file and long words are laid down anew, down to their last part", async () => {
  const { roundtableId, chair, one } = room;
  const toast = await toastOf("room_files");
  // By what is there before and after: which parts are whose, only newer servers say.
  const parts = () =>
    world.owner.unsafe<{ part: string; xmin: string }[]>(
      `select distinct chunk_id::text as part, xmin::text from ${toast}`,
    );
  const others = (await parts()).map(({ part }) => part);
  const { id } = value(await show(one, { mode: "unattributed", bytes: Buffer.from("Largo. ".repeat(1000)) }));
  const laid = (await parts()).filter(({ part }) => !others.includes(part));
  expect(laid).toHaveLength(1);
  const content = () => world.owner`select content from room_files where contribution_id = ${id}`;
  const held = await content();
  value(await closeItem(world.db, { roundtableId, item: 0, keys, by: chair, at: during }));
  const after = await parts();
  expect(after.filter(({ part }) => part === laid[0]?.part)).toEqual([]);
  const anew = after.filter(({ part }) => !others.includes(part));
  expect(new Set(anew.map(({ xmin }) => xmin)).size).toBe(1);
  expect(Number(anew[0]?.xmin)).toBeGreaterThan(Number(laid[0]?.xmin));
  expect(await content()).toEqual(held);
  expect(value(await take(one, id)).file.name).toBe("documento.txt");
});

async function toastOf(table: string) {
  const [row] = await world.owner<{ name: string }[]>`
    select reltoastrelid::regclass::text as name from pg_class where oid = ${table}::regclass`;
  return row?.name ?? "";
}

test("a file is part of the seal", async () => {
  const sealed = await aRoomOpen(world);
  const { roundtableId, chair, one } = sealed;
  value(await show(one, { roundtableId }));
  value(await endRoundtable(world.db, { roundtableId, keys, by: chair, at: during }));
  value(await closeRoundtable(world.db, { roundtableId, keys, by: chair, at: during }));
  const [seal] =
    await world.owner`select manifest from roundtable_seals where roundtable_id = ${roundtableId}`;
  expect(seal?.manifest).toContainEqual(expect.objectContaining({ part: "room_files", rows: 1 }));
  await expect(
    world.owner`update room_files set content = 'x' where roundtable_id = ${roundtableId}`,
  ).rejects.toThrow("sealed");
});

test("the wall lets nobody see a file, or how many there are, who did not enter", async () => {
  for (const by of [anonymous, room.lead.outside, room.houses[0].officer, room.houses[1].officer]) {
    const [row] = await asViewer(world.db, by, (tx) =>
      tx.execute("select count(*)::int as n from room_files"),
    );
    expect(row?.n).toBe(0);
  }
});
