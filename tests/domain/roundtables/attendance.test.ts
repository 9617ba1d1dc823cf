import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Member, type Viewer } from "~/domain/members/viewer";
import { answerSeat } from "~/domain/roundtables/answer-seat.server";
import { listOtherConveners, listOwnCandidates, listOwnPeople } from "~/domain/roundtables/candidates.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { asViewer } from "~db/client.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { aHouse, aMember } from "../../support/people";
import { anInstitution, day, keys } from "../../support/rounds";
import { aConvened, aConvener, type Convened, listedTo, nameOne, seenBy } from "../../support/roundtables";
import { aWorld } from "../../support/world";

const world = aWorld();
let room: Convened;
beforeAll(async () => {
  room = await aConvened(world);
});

const answer = (by: Member, given: "coming" | "not-coming" = "coming", when = at) =>
  answerSeat(world.db, { roundtableId: room.roundtableId, answer: given, keys, by, at: when });
const takeAway = (seatId: string, by: Member) =>
  withdrawSeat(world.db, { roundtableId: room.roundtableId, seatId, keys, by, at });

describe("seats", () => {
  test("are given by the institution's officer to its own people, as many as there are", async () => {
    const [, house] = room.houses;
    const { organisation } = house;
    const name = (who: Member, by = house.officer) => nameOne(world, room.roundtableId, by, who);
    expect(reasonOf(await name(room.houses[0].analyst))).toBe("no_colleague");
    expect(reasonOf(await name(house.officer, house.analyst))).toBe("not_found");
    expect(reasonOf(await name(house.officer, room.lead.chair))).toBe("not_allowed");
    const [first, second] = await Promise.all([name(house.officer), name(house.analyst)]);
    expect([reasonOf(first), reasonOf(second)]).toEqual(["done", "done"]);
    expect(reasonOf(await name(house.analyst))).toBe("already_named");
    const third = await aMember(world, { organisation, roles: ["analyst"] });
    expect(reasonOf(await name(third))).toBe("no_seat_left");
    value(await takeAway(value(second).id, house.officer));
    expect(await seenBy(world, room.roundtableId, house.analyst)).toBeUndefined();
    value(await name(third));
    expect(await seenBy(world, room.roundtableId, third)).toBeDefined();
  });

  test("are answered by their own people until the session begins", async () => {
    const [house] = room.houses;
    expect(reasonOf(await answer(house.officer))).toBe("not_allowed");
    expect(reasonOf(await answer(room.houses[1].analyst))).toBe("not_found");
    value(await answer(house.analyst, "not-coming"));
    value(await answer(house.analyst));
    expect(reasonOf(await answer(house.analyst, "not-coming", later(90 * day)))).toBe("session_begun");
    const seen = await seenBy(world, room.roundtableId, room.partner.legal);
    const ours = seen?.invitations.find(({ organisationId }) => organisationId === house.organisation.id);
    expect(ours?.attendees).toMatchObject([{ name: house.analyst.name, answer: "coming" }]);
  });

  test("show what covers each institution as it is recorded, and never another's to an institution", async () => {
    const [mexican, american] = room.houses;
    await world.owner`update organisations set registered_314b_on = '2026-01-01', registered_314b_until = '2026-12-31' where id = ${american.organisation.id}`;
    const coverOf = async (by: Viewer) =>
      (await seenBy(world, room.roundtableId, by))?.invitations.map(({ organisationId, cover }) => [
        organisationId,
        cover.kind,
      ]);
    expect(await coverOf(room.lead.chair)).toEqual(
      expect.arrayContaining([
        [mexican.organisation.id, "none"],
        [american.organisation.id, "314b"],
      ]),
    );
    expect(await coverOf(mexican.officer)).toEqual([[mexican.organisation.id, "none"]]);
  });
});

test("whom one could bring in are told to each of their own people, each once for a part", async () => {
  const { lead, partner, houses } = room;
  const conveners = (await listOtherConveners(world.db, lead.chair)).map(({ id }) => id);
  expect(conveners).toEqual(expect.arrayContaining([partner.chair.memberId, partner.outside.memberId]));
  expect(conveners).not.toContain(lead.outside.memberId);
  const own = await listOwnCandidates(world.db, lead.chair);
  expect(own.map(({ id, part }) => `${id} ${part}`).sort()).toEqual(
    [
      `${lead.chair.memberId} chair`,
      `${lead.legal.memberId} clearer`,
      `${lead.officer.memberId} clearer`,
      `${lead.outside.memberId} chair`,
      `${lead.outside.memberId} clearer`,
    ].sort(),
  );
  const people = (await listOwnPeople(world.db, houses[0].officer)).map(({ id }) => id);
  expect(people).toEqual(expect.arrayContaining([houses[0].officer.memberId, houses[0].analyst.memberId]));
  expect(people).not.toContain(houses[1].officer.memberId);
});

describe("who is not in the room", () => {
  const tables = [
    "roundtables",
    "roundtable_keys",
    "roundtable_authorities",
    "roundtable_parts",
    "roundtable_clearances",
    "roundtable_invitations",
    "roundtable_seats",
    "roundtable_events",
    "roundtable_reminders",
  ];
  /** What this viewer reads of every table as the web role, with no `where`; a table that may not be read at all reads as nothing. */
  const rowsOf = async (by: Viewer) => {
    const read: Record<string, number> = {};
    for (const table of tables) {
      const granted = await world.owner`select 1 where has_table_privilege('ribera_web', ${table}, 'select')`;
      const rows = granted.length
        ? await asViewer(world.db, by, (tx) => tx.execute(sql.raw(`select 1 from ${table}`)))
        : [];
      if (rows.length > 0) read[table] = rows.length;
    }
    return read;
  };

  test("reads no row and counts none, whoever they are", async () => {
    const { operator } = await aHouse(world);
    const gone = await aMember(world, {
      organisation: room.houses[0].organisation,
      roles: ["compliance-officer"],
    });
    await world.owner`update members set left_at = now() where id = ${gone.memberId}`;
    const house = room.houses[0].organisation;
    const outsiders: Viewer[] = [
      room.lead.outside,
      room.partner.outside,
      (await aConvener(world)).chair,
      (await anInstitution(world)).officer,
      await aMember(world, { organisation: house, roles: ["administrator", "analyst"] }),
      gone,
      operator,
      anonymous,
    ];
    for (const by of outsiders) {
      expect(await rowsOf(by)).toEqual({});
      expect(await listedTo(world, by)).toEqual([]);
      expect(await seenBy(world, room.roundtableId, by)).toBeUndefined();
    }
    expect(Object.keys(await rowsOf(room.lead.chair))).toHaveLength(7);
  });

  test("cannot have it told, recorded or opened through a function", async () => {
    const { lead, roundtableId } = room;
    const says = (statement: string) =>
      asViewer(world.db, lead.outside, (tx) => tx.execute(sql.raw(statement))).then(
        (rows) => JSON.stringify(rows),
        (error: Error & { cause?: { code?: string } }) => error.cause?.code,
      );
    const id = `'${roundtableId}'::uuid`;
    expect(await says(`select * from roundtable_key_of(${id})`)).toBe("[]");
    expect(await says(`select * from roundtable_attendance(${id})`)).toBe("[]");
    expect(await says(`select roundtable_cleared(${id}) as found`)).toBe('[{"found":false}]');
    expect(await says(`select roundtable_tell(${id}, null, now())`)).toBe("P0001");
    expect(await says(`select roundtable_record(${id}, 'x', null, now())`)).toBe("P0001");
    expect(await says(`select * from roundtable_people(${id})`)).toBe("42501");
  });

  test("a revoked institution is out at once, with its seats; what comes after says nothing of it", async () => {
    const other = await aConvened(world);
    const [house] = other.houses;
    await world.owner`update organisations set vetting = 'suspended' where id = ${house.organisation.id}`;
    expect(await seenBy(world, other.roundtableId, house.analyst)).toBeUndefined();
    await world.owner`select access_end_of_organisation(${house.organisation.id}::uuid)`;
    await world.owner`update organisations set vetting = 'vetted' where id = ${house.organisation.id}`;
    for (const by of [house.officer, house.analyst])
      expect(await seenBy(world, other.roundtableId, by)).toBeUndefined();
  });
});

test("no statement of somebody in the room does what its acts refuse", async () => {
  const { roundtableId, lead, houses } = room;
  const attempt = async (by: Viewer, statement: string) => {
    try {
      return (await asViewer(world.db, by, (tx) => tx.execute(sql.raw(statement)))).count;
    } catch (thrown) {
      const { cause } = thrown as { cause?: { code?: string } };
      if (cause?.code === "42501" || cause?.code === "P0001") return 0;
      throw thrown;
    }
  };
  const id = `'${roundtableId}'`;
  const [house] = houses;
  const everyone = [lead.chair, lead.legal, house.officer, house.analyst];
  for (const by of everyone)
    for (const statement of [
      `update roundtables set agenda = '\\x00', agenda_hash = 'x', revision = revision + 1, written_by = '${by.memberId}' where id = ${id}`,
      `update roundtables set convened_at = now(), convened_by = '${by.memberId}' where id = ${id}`,
      `update roundtable_seats set answer = 'not-coming' where member_id <> '${by.memberId}'`,
      `insert into roundtable_parts (id, roundtable_id, authority_id, member_id, part, given_by, given_at)
        values (gen_random_uuid(), ${id}, '${house.organisation.id}', '${house.officer.memberId}', 'chair', '${by.memberId}', now())`,
      `insert into roundtable_clearances (id, roundtable_id, authority_id, kind, member_id, agenda_hash, cleared_at)
        select gen_random_uuid(), ${id}, '${lead.authority.id}', 'legal', '${by.memberId}', 'x', now()`,
      `delete from roundtable_events`,
      `delete from roundtables`,
    ])
      expect([by.name, statement, await attempt(by, statement)]).toEqual([by.name, statement, 0]);
  for (const by of [lead.legal, house.officer, house.analyst])
    for (const statement of [
      `update roundtables set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where id = ${id}`,
      `update roundtables set cancelled_at = now(), cancelled_by = '${by.memberId}' where id = ${id}`,
      `insert into roundtable_invitations (roundtable_id, organisation_id, seats, invited_by, invited_at)
        select ${id}, id, 9, '${by.memberId}', now() from organisations where kind = 'institution' limit 1`,
    ])
      expect([by.name, statement, await attempt(by, statement)]).toEqual([by.name, statement, 0]);
});
