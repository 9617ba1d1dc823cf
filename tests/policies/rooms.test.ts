import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, isMember, type Member, type Viewer } from "~/domain/members/viewer";
import { acceptTerms } from "~/domain/roundtables/accept-terms.server";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { endPart } from "~/domain/roundtables/end-part.server";
import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { withdrawSeat } from "~/domain/roundtables/withdraw-seat.server";
import { asViewer, type Transaction } from "~db/client.server";
import { at, value } from "../support/desk";
import { aHouse, aMember } from "../support/people";
import { anInstitution, keys } from "../support/rounds";
import { aConvener, invite } from "../support/roundtables";
import { aSessionIn, type SessionLife } from "../support/session-life";
import { during } from "../support/vaults";
import { aWorld } from "../support/world";

// Every table of a session, as the catalogue knows them, asked as the web role by everyone who is not in it: no row, no count, and
// nothing written. Two sessions: one in full swing, in which most could be done, and one walked to its seal.

const world = aWorld();
let open: SessionLife;
let sealed: SessionLife;
type Room = { tables: string[]; viewers: Record<string, Viewer | undefined> };
const room: Room = { tables: [], viewers: {} };

/** Whatever hangs from a session by a key, however far, and whatever says of which it is. */
const hanging = () => world.owner<{ name: string }[]>`
  with recursive hanging (id) as (
    select 'roundtables'::regclass::oid
    union select c.conrelid from pg_constraint c join hanging h on h.id = c.confrelid where c.contype = 'f')
  select c.relname as name from pg_class c where c.relkind in ('r', 'p') and (c.oid in (select id from hanging)
    or exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'roundtable_id' and not a.attisdropped)) order by 1`;

beforeAll(async () => {
  open = await aSessionIn(world, { keys, word: "ocelote" });
  sealed = await aSessionIn(world, { keys, word: "ocelote" });
  await sealed.goOn();
  await sealed.close();
  room.tables = (await hanging()).map(({ name }) => name);

  const { roundtableId, lead, house } = open;
  const { chair, legal, authority } = lead;
  const inRoom = { roundtableId, keys, at };
  const colleague = (...roles: ("analyst" | "administrator" | "rapporteur")[]) =>
    aMember(world, { organisation: house.organisation, roles });
  const seat = async (who: Member, by = house.officer) =>
    value(await nameAttendee(world.db, { ...inRoom, memberId: who.memberId, by })).id;
  const accept = async (by: Member, version = 1) =>
    value(await acceptTerms(world.db, { ...inRoom, version, language: "es", by }));

  const [unseated, unaccepted, left] = [
    await colleague("analyst"),
    await colleague("analyst"),
    await colleague("analyst"),
  ];
  const seatId = await seat(unseated);
  await seat(unaccepted);
  await seat(left);
  const revoked = await anInstitution(world);
  value(await invite(world, roundtableId, chair, revoked));
  await seat(revoked.analyst, revoked.officer);
  for (const one of [unseated, left, revoked.analyst, open.rapporteur]) await accept(one);
  value(await withdrawSeat(world.db, { ...inRoom, seatId, by: house.officer }));
  const [part] = await world.owner<{ id: string }[]>`
    select id from roundtable_parts where roundtable_id = ${roundtableId} and member_id = ${open.rapporteur.memberId}`;
  value(await endPart(world.db, { ...inRoom, partId: part?.id ?? "", by: chair }));
  await world.owner`update members set left_at = now() where id = ${left.memberId}`;
  await world.owner`update organisations set vetting = 'revoked' where id = ${revoked.organisation.id}`;
  const words = { es: "Otras condiciones.", en: "Other terms." };
  value(await changeTerms(world.db, { ...inRoom, words, version: 1, by: chair }));
  await accept(chair, 2);
  const { operator, auditor } = await aHouse(world);

  Object.assign(room.viewers, {
    "no viewer at all": undefined,
    anonymous,
    "a bank that was not invited": (await anInstitution(world)).officer,
    "another authority's convener": (await aConvener(world)).chair,
    "a colleague of the chair in every role": lead.outside,
    "the administrator of the convening authority": await aMember(world, {
      organisation: authority,
      roles: ["administrator"],
    }),
    "the administrator of the invited bank": await colleague("administrator", "analyst"),
    "whose seat was taken away": unseated,
    "whose part was ended": open.rapporteur,
    "who left": left,
    "whose bank was revoked": revoked.analyst,
    "the officer of a revoked bank": revoked.officer,
    "the operator": operator,
    "an auditor": auditor,
    "who accepted what held before": house.analyst,
    "who is invited and has not accepted": unaccepted,
    "the officer who sends people": house.officer,
    "who clears and has not accepted": legal,
  });
}, 120_000);

/** Asks as the web role, and takes back whatever came of it. */
async function asked<Answer>(
  viewer: Viewer | undefined,
  ask: (tx: Transaction) => Promise<Answer>,
): Promise<Answer | string> {
  class Undo extends Error {}
  let answer: Answer | string = "nothing";
  const undone = async (tx: Transaction) => {
    answer = await ask(tx);
    throw new Undo();
  };
  try {
    await (viewer ? asViewer(world.db, viewer, undone) : world.db.transaction(undone));
  } catch (thrown) {
    if (thrown instanceof Undo) return answer;
    const { cause } = thrown as { cause?: { code?: string } };
    return cause?.code ?? String(thrown);
  }
  return answer;
}
const denied = "42501";
const rows = (statement: SQL) => async (tx: Transaction) => (await tx.execute(statement)).count;

test("every table of a session says of which it is, and holds something here", async () => {
  expect(room.tables.length).toBeGreaterThan(30);
  for (const name of room.tables) {
    const [{ n, named } = { n: 0, named: false }] = await world.owner<{ n: number; named: boolean }[]>`
      select (select count(*)::int from ${world.owner(name)}) as n,
        exists (select 1 from room_tables() t where t = ${name}) or ${name} = 'roundtables' as named`;
    expect([name, n > 0, named]).toEqual([name, true, true]);
  }
});

/** What stands in an invitation: sent ahead, with the terms, so that somebody can decide whether to come. */
const ahead = ["roundtables", "roundtable_authorities", "roundtable_terms", "roundtable_invitations"];
/** Who is sent, of their own house. */
const seats = "roundtable_seats";
/** Who is in it without having entered: what they may read all the same, and nothing of it is what was said. */
const mayRead: Record<string, string[]> = {
  "who is invited and has not accepted": [...ahead, seats],
  "the officer who sends people": [...ahead, seats],
  // And the receipt of what they accepted.
  "who accepted what held before": [...ahead, seats, "roundtable_acceptances"],
  // To clear the agenda: with whom, on whose word, and what was done around it.
  "who clears and has not accepted": [
    ...ahead,
    seats,
    "roundtable_acceptances",
    "roundtable_clearances",
    "roundtable_events",
    "roundtable_parts",
  ],
};

describe("as the web role", () => {
  test("whoever is not in it reads no row and counts none; who has not entered, the invitation", async () => {
    const found = await ofEach(async (who, viewer) => {
      const read: string[] = [];
      for (const name of room.tables) {
        const table = sql.identifier(name);
        const answer = await asked(
          viewer,
          rows(
            sql`select n from (select count(*)::int as n from ${table}) c where n > 0 union all select 1 from ${table}`,
          ),
        );
        if (answer !== denied && answer !== 0) read.push(`${who}: ${name}`);
      }
      return read;
    });
    const expected = Object.entries(mayRead).flatMap(([who, names]) =>
      names.map((name) => `${who}: ${name}`),
    );
    expect(found.sort()).toEqual(expected.sort());
  });

  test("whoever is in it finds them: the chair, in every table that anybody reads", async () => {
    const unread: string[] = [];
    for (const name of room.tables) {
      const read = rows(sql`select 1 from ${sql.identifier(name)}`);
      const [here, after] = [await asked(open.lead.chair, read), await asked(sealed.lead.chair, read)];
      if ([here, after].every((answer) => answer === denied || answer === 0)) unread.push(name);
    }
    // Of keys, and of reminders that went out, the web role reads nothing at all; of ballots it asks a function.
    expect(unread).toEqual([
      "room_ballot_boxes",
      "roundtable_commitment_reminders",
      "roundtable_keys",
      "roundtable_reminders",
    ]);
  });

  test("whoever has not entered changes nothing, takes nothing away and adds nothing, but to come or to send somebody", async () => {
    const writes: Record<string, Awaited<ReturnType<typeof writesTo>>> = {};
    for (const name of room.tables) writes[name] = await writesTo(name);
    const done = await ofEach(async (who, viewer) => {
      const written: string[] = [];
      for (const [name, statements] of Object.entries(writes))
        for (const [what, statement] of statements) {
          const answer = await asked(viewer, rows(statement(viewer)));
          if (![denied, "P0001", 0].includes(answer)) written.push(`${who}: ${what} ${name}`);
        }
      return written;
    });
    const sending = ["change", "insert", "insert as oneself into"];
    expect(done.sort()).toEqual(
      [
        // Their own answer.
        "who is invited and has not accepted: change roundtable_seats",
        "who accepted what held before: change roundtable_seats",
        // Whom their bank sends; the row that is there already is refused by its key.
        ...sending.map((what) => `the officer who sends people: ${what} roundtable_seats`),
      ].sort(),
    );
  });

  test("every function answers whoever is not in it about a session as about none", async () => {
    const functions = await functionsOfRooms();
    expect(functions.length).toBeGreaterThan(30);
    const told = await ofEach(async (who, viewer) => {
      if (who in mayRead) return [];
      const differ: string[] = [];
      for (const { name, args } of functions) {
        const call = (id: string) =>
          asked(viewer, async (tx) => {
            const given = args.map(
              (type, place) => sql`${place === 0 ? id : (some[type] ?? null)}::${sql.raw(type)}`,
            );
            return JSON.stringify(
              await tx.execute(sql`select * from ${sql.identifier(name)}(${sql.join(given, sql`, `)})`),
            );
          });
        if ((await call(open.roundtableId)) !== (await call(randomUUID()))) differ.push(`${who}: ${name}`);
      }
      return differ;
    });
    expect(told).toEqual([]);
  });
});

/** Of everyone who is not in it what is found, several at once. */
const ofEach = async (find: (who: string, viewer: Viewer | undefined) => Promise<string[]>) =>
  (await Promise.all(Object.entries(room.viewers).map(([who, viewer]) => find(who, viewer)))).flat();

type Write = [string, (viewer: Viewer | undefined) => SQL];

/** What could be done to a table by whoever may write into its columns: with a row as there is one already, or in one's own name. */
async function writesTo(name: string): Promise<Write[]> {
  const columns = await world.owner<{ name: string; refers: string | null; rights: string[] }[]>`
    select a.attname as name,
      (select f.confrelid::regclass::text from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f' and f.conkey = array[a.attnum]) as refers,
      array(select p from unnest(array['INSERT', 'UPDATE']) p where has_column_privilege('ribera_web', a.attrelid, a.attnum, p)) as rights
    from pg_attribute a where a.attrelid = ${name}::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`;
  const table = sql.identifier(name);
  const here = name === "roundtables" ? "id" : "roundtable_id";
  const [kept] = await world.owner<{ row: Record<string, unknown> }[]>`
    select to_jsonb(t) as row from ${world.owner(name)} t order by ${world.owner(here)} = ${open.roundtableId} desc limit 1`;
  const writable = (right: string) => columns.filter(({ rights }) => rights.includes(right));
  const list = sql.join(
    writable("INSERT").map((one) => sql.identifier(one.name)),
    sql`, `,
  );
  const insert = (whose: Record<string, string | null>) => {
    const row: Record<string, unknown> = { ...kept?.row, ...whose };
    if ("id" in row) row.id = randomUUID();
    if (name !== "roundtables") row.roundtable_id = open.roundtableId;
    return writable("INSERT").length > 0
      ? sql`insert into ${table} (${list}) select ${list} from jsonb_populate_record(null::${table}, ${JSON.stringify(row)}::jsonb)`
      : sql`insert into ${table} default values`;
  };
  const [first] = columns;
  const changed = writable("UPDATE").length > 0 || !first ? writable("UPDATE") : [first];
  const set = sql.join(
    changed.map((one) => sql`${sql.identifier(one.name)} = ${sql.identifier(one.name)}`),
    sql`, `,
  );
  return [
    ["insert", () => insert({})],
    [
      "insert as oneself into",
      (viewer) => {
        const own: Record<string, string | null> = {};
        for (const { name: column, refers } of columns) {
          if (refers === "members") own[column] = viewer?.memberId ?? null;
          if (refers === "organisations")
            own[column] = viewer && isMember(viewer) ? viewer.organisationId : null;
        }
        return insert(own);
      },
    ],
    ["change", () => sql`update ${table} set ${set}`],
    ["delete from", () => sql`delete from ${table}`],
  ];
}

/** Of each type something that would fit. */
const some: Record<string, unknown> = {
  uuid: randomUUID(),
  "timestamp with time zone": during.toISOString(),
  integer: 0,
  text: "x",
  date: "2027-02-01",
};

/** What the web role may call with a session's id first. */
const functionsOfRooms = async () =>
  await world.owner<{ name: string; args: string[] }[]>`
    select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t) as args
    from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype and p.proargtypes[0] = 'uuid'::regtype
      and has_function_privilege('ribera_web', p.oid, 'execute') order by 1`;
