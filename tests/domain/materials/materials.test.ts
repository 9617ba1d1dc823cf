import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { openRoom } from "~/domain/floor/open-room.server";
import { addMaterial } from "~/domain/materials/add-material.server";
import { listMaterials } from "~/domain/materials/materials.server";
import { takeMaterial } from "~/domain/materials/take-material.server";
import { withdrawMaterial } from "~/domain/materials/withdraw-material.server";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { asViewer } from "~db/client.server";
import { at, reasonOf, value } from "../../support/desk";
import { accept, aRoomEntered, during } from "../../support/rooms";
import { keys } from "../../support/rounds";
import { aConvened } from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
let room: Awaited<ReturnType<typeof aRoomEntered>>;
beforeAll(async () => {
  room = await aRoomEntered(world);
});

type Given = Partial<Parameters<typeof addMaterial>[1]>;
const add = (by: Viewer, given: Given = {}) =>
  addMaterial(world.db, {
    roundtableId: room.roundtableId,
    id: randomUUID(),
    title: "",
    name: "lectura previa.txt",
    bytes: Buffer.from("Para leer antes."),
    keys,
    by,
    at,
    ...given,
  });
const listed = async (by: Viewer, id = room.roundtableId) =>
  (await listMaterials(world.db, by, { id, keys }))?.map(({ name }) => name);
const take = (by: Viewer, materialId: string) =>
  takeMaterial(world.db, { roundtableId: room.roundtableId, materialId, keys, by, at });

test("what a chair sends ahead is there for whoever sits at the table and accepted the terms, and for nobody else", async () => {
  const { roundtableId, lead, houses } = await aConvened(world);
  value(await accept(world, roundtableId, lead.chair));
  value(await add(lead.chair, { roundtableId }));
  const [house] = houses;
  const nobody = [anonymous, lead.outside, house.officer, house.analyst, lead.legal];
  for (const by of nobody) {
    expect(await listed(by, roundtableId)).toBeUndefined();
    const [row] = await asViewer(world.db, by, (tx) =>
      tx.execute("select count(*)::int as n from roundtable_materials"),
    );
    expect(row?.n).toBe(0);
  }
  value(await accept(world, roundtableId, house.analyst));
  expect(await listed(house.analyst, roundtableId)).toEqual(["lectura previa.txt"]);
  const [seat] = await world.owner`select id from roundtable_seats where roundtable_id = ${roundtableId}`;
  value(await withdrawSeat(world.db, { roundtableId, seatId: seat?.id, keys, by: house.officer, at }));
  expect(await listed(house.analyst, roundtableId)).toBeUndefined();
});

test("a copy carries its reader's name and is written down; what is not there for them is not found", async () => {
  const { id } = value(await add(room.chair));
  expect(value(await take(room.one, id))).toMatchObject({
    file: { name: "lectura previa.txt", mediaType: "text/plain" },
    reader: { name: room.one.name },
  });
  const [noted] = await world.owner`select what, member_id from roundtable_disclosures where about = ${id}`;
  expect(noted).toEqual({ what: "file", member_id: room.one.memberId });
  for (const by of [anonymous, room.lead.outside]) expect(reasonOf(await take(by, id))).toBe("not_found");
  expect(reasonOf(await take(room.lead.legal, id))).toBe("terms_not_accepted");
  expect(reasonOf(await take(room.houses[0].officer, id))).toBe("not_allowed");
});

test("only a chair adds or takes back, and what was taken back is opened by nobody", async () => {
  expect(reasonOf(await add(room.one))).toBe("not_allowed");
  expect(reasonOf(await add(room.lead.outside))).toBe("not_found");
  const { id } = value(await add(room.chair, { title: "Equivocado" }));
  const withdrawn = { roundtableId: room.roundtableId, materialId: id, keys, at };
  expect(reasonOf(await withdrawMaterial(world.db, { ...withdrawn, by: room.one }))).toBe("not_allowed");
  value(await withdrawMaterial(world.db, { ...withdrawn, by: room.partner.chair }));
  expect(reasonOf(await withdrawMaterial(world.db, { ...withdrawn, by: room.chair }))).toBe("not_found");
  expect(await listed(room.one)).not.toContain("Equivocado.txt");
  for (const by of [room.one, room.chair]) expect(reasonOf(await take(by, id))).toBe("not_found");
});

test("the same upload twice is one", async () => {
  const id = randomUUID();
  value(await add(room.chair, { id, title: "Una vez" }));
  value(await add(room.chair, { id, title: "Una vez" }));
  expect((await listed(room.one))?.filter((name) => name === "Una vez.txt")).toHaveLength(1);
});

test("customers in it stop it before it is kept", async () => {
  const stopped = await add(room.chair, { bytes: Buffer.from("HEGG560427MVZRRL04") });
  expect(stopped).toMatchObject({ reason: "file_screened", facts: { counts: { curp: 1 } } });
});

test("once the session is open files are shown in it, and none is sent ahead", async () => {
  const { roundtableId, chair } = room;
  value(await openRoom(world.db, { roundtableId, keys, by: chair, at: during }));
  expect(reasonOf(await add(chair, { at: during }))).toBe("materials_came_late");
});

test("who is told of it learns only that something awaits", async () => {
  const { roundtableId, chair, one } = await aRoomEntered(world);
  await world.owner`delete from notices`;
  value(await add(chair, { roundtableId }));
  const told = await world.owner`select member_id, kind from notices`;
  expect(told).toContainEqual({ member_id: one.memberId, kind: "confidential-news" });
  expect(told.map((notice) => notice.member_id)).not.toContain(chair.memberId);
});
