import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { hideContribution } from "~/domain/contributions/hide-contribution.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { translateContribution } from "~/domain/contributions/translate-contribution.server";
import { closeItem } from "~/domain/floor/close-item.server";
import { findRoom } from "~/domain/floor/room.server";
import { anonymous } from "~/domain/members/viewer";
import type { Attribution } from "~/domain/roundtables/attribution";
import { asViewer } from "~db/client.server";
import { at, reasonOf, value } from "../../support/desk";
import { aHouse } from "../../support/people";
import { aRoomEntered, aRoomOpen, during, type RoomOpen, roomOf, say } from "../../support/rooms";
import { keys } from "../../support/rounds";
import { anAgenda } from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
let room: RoomOpen;
let id: string;
beforeAll(async () => {
  room = await aRoomOpen(world);
  id = room.roundtableId;
});

const rowOf = async (contributionId: string) => {
  const [row] = await world.owner`select * from room_contributions where id = ${contributionId}`;
  return row ?? {};
};
const seen = async (by = room.other, after = 0) => (await roomOf(world, id, by, after))?.contributions ?? [];
const hide = (contributionId: string, by = room.chair) =>
  hideContribution(world.db, {
    roundtableId: id,
    contributionId,
    reason: "off-agenda",
    note: "",
    keys,
    by,
    at: during,
  });

describe("what is said", () => {
  test.each<[Attribution, Record<string, unknown>]>([
    ["named", { name: true, organisation: true, sector: false }],
    ["organisation", { name: false, organisation: true, sector: false }],
    ["unattributed", { name: false, organisation: false, sector: false }],
  ])("%s: everyone at the table sees of its writer what they chose", async (mode, shows) => {
    const { id: said } = value(await say(world, id, room.one, `Como ${mode}.`, { mode }));
    const found = (await seen()).find((one) => one.id === said);
    expect(found).toMatchObject({ mode, text: `Como ${mode}.` });
    expect(found?.who).toEqual({
      name: shows.name ? room.one.name : null,
      organisation: shows.organisation ? room.one.organisation : null,
      sector: null,
    });
    const row = await rowOf(said);
    expect([row.member_id !== null, row.organisation_id !== null]).toEqual([shows.name, shows.organisation]);
  });

  test("by sector is there where several organisations at the table are of it; elsewhere it would be a name", async () => {
    const said = value(await say(world, id, room.chair, "Por sector.", { mode: "sector" }));
    const row = await rowOf(said.id);
    expect([row.member_id, row.organisation_id, row.sector]).toEqual([null, null, "authority"]);
    await world.owner`update organisations set sector = 'fintech' where id = ${room.one.organisationId}`;
    expect(reasonOf(await say(world, id, room.one, "Por sector.", { mode: "sector" }))).toBe(
      "sector_is_one_house",
    );
  });

  test("only in the modes that the agenda allows", async () => {
    const strict = await aRoomOpen(world, { agenda: anAgenda({ modes: ["named"] }) });
    const refused = await say(world, strict.roundtableId, strict.one, "Uno.", { mode: "unattributed" });
    expect(reasonOf(refused)).toBe("attribution_not_allowed");
    value(await say(world, strict.roundtableId, strict.one, "Uno."));
  });

  test("twice with one id is said once; with other words it is refused", async () => {
    const once = randomUUID();
    value(await say(world, id, room.one, "Una vez.", { id: once }));
    value(await say(world, id, room.one, "Una vez.", { id: once }));
    expect(reasonOf(await say(world, id, room.one, "Otra cosa.", { id: once }))).toBe("said_already");
    expect((await seen()).filter((one) => one.text === "Una vez.")).toHaveLength(1);
  });

  test("stands in the order of the room, and is read from any point of it without loss or doubles", async () => {
    const before = (await roomOf(world, id, room.other))?.revision ?? 0;
    const writers = [room.one, room.other, room.chair];
    const said = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        say(world, id, writers[n % 3] ?? room.one, `Número ${n}.`, { mode: "unattributed" }),
      ),
    );
    const ids = said.map((one) => value(one).id);
    const all = await seen(room.one, before);
    expect(new Set(all.map((one) => one.id))).toEqual(new Set(ids));
    const half = all[4]?.position ?? 0;
    const rest = await seen(room.one, half);
    expect(rest.map((one) => one.id)).toEqual(all.slice(5).map((one) => one.id));
  });

  test("answers what is said on the same item, one level deep", async () => {
    const parent = value(await say(world, id, room.one, "Primero."));
    const reply = value(await say(world, id, room.other, "Respuesta.", { parentId: parent.id }));
    expect((await seen()).find((one) => one.id === reply.id)?.parentId).toBe(parent.id);
    for (const given of [{ parentId: reply.id }, { parentId: randomUUID() }])
      expect(reasonOf(await say(world, id, room.one, "Otra.", given))).toBe("nothing_to_answer");
  });

  test("is stopped where it identifies someone, and nothing of it is kept", async () => {
    const before = await seen();
    expect(reasonOf(await say(world, id, room.one, "Es HEGG560427MVZRRL04."))).toBe("screened");
    expect(await seen()).toEqual(before);
  });

  test("comes from one seat so often and no more in a while; the next window begins anew", async () => {
    const pace = new SeatPace(2);
    value(await say(world, id, room.one, "A.", { pace }));
    value(await say(world, id, room.one, "B.", { pace, mode: "unattributed" }));
    expect(reasonOf(await say(world, id, room.one, "C.", { pace, mode: "unattributed" }))).toBe(
      "too_fast_in_room",
    );
    value(await say(world, id, room.other, "D.", { pace }));
    const later = new Date(during.getTime() + 5 * 60_000);
    value(await say(world, id, room.one, "E.", { pace, at: later }));
  });

  test("is for an open item of a session that runs", async () => {
    expect(reasonOf(await say(world, id, room.one, "Dos.", { item: 1 }))).toBe("item_not_open");
    expect(reasonOf(await say(world, id, room.one, "Nueve.", { item: 9 }))).toBe("no_such_item");
    expect(reasonOf(await say(world, id, room.one, "  "))).toBe("nothing_said");
    const over = new Date("2027-01-20T19:00:00.000Z");
    expect(reasonOf(await say(world, id, room.one, "Tarde.", { at: over }))).toBe("session_over");
    value(await say(world, id, room.one, "¿Y después?", { item: 1, kind: "question", mode: "unattributed" }));
  });
});

describe("what is said without a name leaves no trace of who said it", () => {
  test("in no table is there a row that holds both; none of any contribution has a time", async () => {
    const said = value(await say(world, id, room.one, "Sin nombre.", { mode: "unattributed" }));
    const all = await world.owner<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
    for (const { name } of all) {
      const rows = await world.owner.unsafe<{ row: string }[]>(
        `select t::text as row from ${name} t where t::text like '%${said.id}%'`,
      );
      if (name === "public.room_contributions") expect(rows).toHaveLength(1);
      else expect([name, rows]).toEqual([name, []]);
      for (const { row } of rows)
        for (const trace of [room.one.memberId, room.one.organisationId, "2027-01-20"])
          expect(row).not.toContain(trace);
    }
    const timed = await world.owner`select column_name from information_schema.columns
      where table_name = 'room_contributions' and data_type like 'timestamp%' order by 1`;
    expect(timed.map((column) => column.column_name)).toEqual(["hidden_at", "settled_at"]);
  });

  test("the transaction that writes it writes nothing else but the room's own count", async () => {
    const said = value(await say(world, id, room.one, "Solo esto.", { mode: "unattributed" }));
    const [written] = await world.owner<{ xmin: string }[]>`
      select xmin::text from room_contributions where id = ${said.id}`;
    const all = await world.owner<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
    const beside: string[] = [];
    for (const { name } of all) {
      const rows = await world.owner.unsafe(`select 1 from ${name} where xmin::text = '${written?.xmin}'`);
      if (rows.length > 0) beside.push(name);
    }
    expect(beside.sort()).toEqual(["public.room_contributions", "public.room_floors"]);
  });

  test("once its item is closed, all of the item was written by one transaction", async () => {
    const { roundtableId, chair, one, other } = await aRoomOpen(world);
    for (const by of [one, other, chair])
      value(await say(world, roundtableId, by, "Algo.", { mode: "unattributed" }));
    const marks = async () =>
      (
        await world.owner`select distinct xmin::text as mark from room_contributions where roundtable_id = ${roundtableId}`
      ).length;
    expect(await marks()).toBe(3);
    value(await closeItem(world.db, { roundtableId, item: 0, keys, by: chair, at: during }));
    expect(await marks()).toBe(1);
    expect(reasonOf(await say(world, roundtableId, one, "Más."))).toBe("item_closed");
    expect((await roomOf(world, roundtableId, one))?.contributions).toHaveLength(3);
  });

  test("the wall takes no row that says more than its mode, or that is said in another's name", async () => {
    const insert = (mode: string, member: string | null, organisation: string | null) =>
      asViewer(world.db, room.one, (tx) =>
        tx.execute(
          `insert into room_contributions (id, roundtable_id, kind, item, mode, member_id, organisation_id, words)
           values (gen_random_uuid(), '${id}', 'words', 0, '${mode}', ${member ? `'${member}'` : "null"}, ${organisation ? `'${organisation}'` : "null"}, '\\x00')`,
        ),
      );
    const { memberId, organisationId } = room.one;
    await expect(insert("unattributed", memberId, null)).rejects.toThrow();
    await expect(insert("organisation", memberId, organisationId)).rejects.toThrow();
    await expect(insert("named", room.other.memberId, room.other.organisationId)).rejects.toThrow();
    await expect(insert("organisation", null, room.other.organisationId)).rejects.toThrow();
  });
});

describe("of a room nobody else finds a row or a count", () => {
  const tables = [
    "roundtable_terms",
    "roundtable_acceptances",
    "room_floors",
    "room_items",
    "room_contributions",
    "room_files",
    "room_translations",
    "room_stops",
    "room_votes",
    "room_hands",
    "room_presence",
    "room_polls",
    "room_voters",
  ];
  test("as the web role: no viewer, another authority's, who sends people, a seat that has not entered, the operator", async () => {
    const { operator } = await aHouse(world);
    value(await say(world, id, room.one, "Para nadie más."));
    for (const by of [anonymous, room.lead.outside, operator, room.lead.legal, room.houses[0].officer])
      for (const table of tables) {
        const [row] = await asViewer(world.db, by, (tx) =>
          tx.execute<{ n: number }>(`select count(*)::int as n from ${table} where roundtable_id = '${id}'`),
        );
        const theirs =
          (by === room.lead.legal && ["roundtable_terms", "roundtable_acceptances"].includes(table)) ||
          (by === room.houses[0].officer && table === "roundtable_terms");
        expect([table, (row?.n ?? 0) > 0]).toEqual([table, theirs]);
      }
  });
});

describe("a chair hides", () => {
  test("what was said, with the reason in its place; it stays in the record and its words reach nobody", async () => {
    const said = value(await say(world, id, room.one, "Fuera de la agenda.", { mode: "unattributed" }));
    expect(reasonOf(await hide(said.id, room.one))).toBe("not_allowed");
    value(await hide(said.id));
    const found = (await seen()).find((one) => one.id === said.id);
    expect(found).toMatchObject({ text: null, hidden: { reason: "off-agenda" }, who: { name: null } });
    expect((await rowOf(said.id)).words).toBeTruthy();
    expect(reasonOf(await hide(said.id))).toBe("hidden_already");
    expect(reasonOf(await say(world, id, room.one, "¿Por qué?", { parentId: said.id }))).toBe(
      "nothing_to_answer",
    );
  });
});

describe("a translation", () => {
  const translate = (contributionId: string, text: string, by = room.other) =>
    translateContribution(world.db, { roundtableId: id, contributionId, text, keys, by, at: during });
  test("stands beside the words under its translator's name, who alone mends it; it reaches who read before", async () => {
    const said = value(await say(world, id, room.one, "Buenos días.", { mode: "unattributed" }));
    const before = (await roomOf(world, id, room.chair))?.revision ?? 0;
    value(await translate(said.id, "Good morning."));
    const [news] = await seen(room.chair, before);
    expect(news).toMatchObject({
      id: said.id,
      translations: [
        { language: "en", text: "Good morning.", by: `${room.other.name}, ${room.other.organisation}` },
      ],
    });
    expect(reasonOf(await translate(said.id, "Hello.", room.one))).toBe("translated_by_another");
    value(await translate(said.id, "Good day."));
    expect((await seen()).find((one) => one.id === said.id)?.translations[0]?.text).toBe("Good day.");
    expect(reasonOf(await translate(said.id, "HEGG560427MVZRRL04"))).toBe("screened");
  });
});

test("a session that is not open takes questions about its agenda and nothing else", async () => {
  const { roundtableId, chair } = await aRoomEntered(world);
  expect(reasonOf(await say(world, roundtableId, chair, "Ya.", { at }))).toBe("session_not_open");
  value(await say(world, roundtableId, chair, "¿Ya?", { kind: "question", mode: "unattributed", at }));
});

test("of a long item the threads spoken in last are shown, with every question and what an address names; how many are left out is told", async () => {
  const long = await aRoomOpen(world);
  const { roundtableId, one, other, chair } = long;
  const speak = async (text: string, given: Parameters<typeof say>[4] = {}) =>
    value(await say(world, roundtableId, one, text, given)).id;
  const first = await speak("Primera");
  const second = await speak("Segunda");
  const question = await speak("¿Tercera?", { kind: "question" });
  const fourth = await speak("Cuarta");
  const answer = await speak("A la primera", { parentId: first });
  const read = (naming: string[]) =>
    findRoom(world.db, chair, {
      id: roundtableId,
      after: 0,
      item: 0,
      recent: { most: 1, naming },
      keys,
      at: during,
    });
  const shown = async (naming: string[] = []) => {
    const room = await read(naming);
    return { ids: room?.contributions.map(({ id: said }) => said), earlier: room?.earlier };
  };
  expect(await shown()).toEqual({ ids: [first, question, answer], earlier: 2 });
  expect(await shown([fourth])).toEqual({ ids: [first, question, fourth, answer], earlier: 1 });
  const whole = await roomOf(world, roundtableId, other);
  expect(whole?.contributions.map(({ id: said }) => said)).toEqual([first, second, question, fourth, answer]);
  expect(whole?.earlier).toBe(0);
});
