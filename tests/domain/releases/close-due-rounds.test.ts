import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { anonymous } from "~/domain/members/viewer";
import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { releaseHash } from "~/domain/releases/reckon-close.server";
import { findRelease } from "~/domain/releases/releases.server";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { isBeingCounted } from "~/domain/rounds/round";
import { asViewer } from "~db/client.server";
import { attributedAnswers } from "~db/schema";
import { at, later } from "../../support/desk";
import { aHouse } from "../../support/people";
import {
  aConvening,
  anOpenRound,
  answer,
  type Convening,
  day,
  fill,
  keys,
  roundAs,
  sheetOf,
  sign,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
const end = later(7 * day);
const close = (when = end) => closeDueRounds(world.db, { keys, at: when });

beforeAll(async () => {
  convening = await aConvening(world, { institutions: 6 });
});

const count = async (table: string, roundId: string) => {
  const [row] = await world.owner<
    { n: number }[]
  >`select count(*)::int as n from ${world.owner(table)} where round_id = ${roundId}`;
  return row?.n;
};

describe("a round whose hour has come", () => {
  test("is closed once, however many processes look, and not a moment before", async () => {
    const roundId = await anOpenRound(world, convening);
    expect(await close(new Date(end.getTime() - 1))).not.toContain(roundId);
    const turns = await Promise.all([close(), close(), close()]);
    expect(turns.flat().filter((id) => id === roundId)).toEqual([roundId]);
    expect((await roundAs(world, convening.convener, roundId))?.closedAt).toEqual(end);
  });

  test("keeps what was signed and destroys sheets, signed copies and the key", async () => {
    const roundId = await anOpenRound(world, convening);
    for (const house of convening.houses)
      await answer(world, house, roundId, { "1.suggestedWording": "Otra redacción" });
    const [house] = convening.houses;
    await close();
    expect(
      await Promise.all(["ballots", "round_voters", "points"].map((table) => count(table, roundId))),
    ).toEqual([6, 6, 6]);
    expect(
      await Promise.all(
        ["sheet_entries", "signed_answers", "round_keys", "attributed_answers"].map((table) =>
          count(table, roundId),
        ),
      ),
    ).toEqual([0, 0, 0, 0]);
    expect(house && (await sheetOf(world, house.officer, roundId))).toBeUndefined();
  });

  test("counts the last correction, not what was signed before it or only filled in", async () => {
    const roundId = await anOpenRound(world, convening);
    for (const house of convening.houses) await answer(world, house, roundId, { "1.worthReview": "1-5" });
    const [first, second] = convening.houses;
    if (!first || !second) throw new Error("nobody was invited");
    for (const by of [first.officer, second.officer]) {
      const filled = [{ row: 1, question: "worthReview", answer: "over-50", revision: 1 }];
      await fillSheet(world.db, { roundId, filled, keys, by, at });
    }
    await sign(world, first.officer, roundId);
    await close();
    const rows = await world.owner<
      { answer: string }[]
    >`select answers ->> '1.worthReview' as answer from ballots where round_id = ${roundId}`;
    expect(rows.map(({ answer: given }) => given).sort()).toEqual([
      "1-5",
      "1-5",
      "1-5",
      "1-5",
      "1-5",
      "over-50",
    ]);
  });

  test("with fewer than five answers keeps none of them, and tells nobody how many there were", async () => {
    const roundId = await anOpenRound(world, convening);
    for (const house of convening.houses.slice(0, 4))
      await answer(world, house, roundId, { "1.suggestedWording": "Otra" });
    await close();
    expect(
      await Promise.all(
        ["ballots", "points", "signed_answers", "sheet_entries"].map((table) => count(table, roundId)),
      ),
    ).toEqual([0, 0, 0, 0]);
    const round = await roundAs(world, convening.convener, roundId);
    expect(round?.participation).toEqual({ invited: 6, answered: null });
    const events =
      await world.owner`select detail from audit_events where subject_id = ${roundId} and action = 'round.closed'`;
    expect(events.map(({ detail }) => detail)).toEqual([{}]);
  });

  test("is published with its close where five or more answered, and not at all under five", async () => {
    const enough = await anOpenRound(world, convening);
    for (const house of convening.houses.slice(0, 5)) await answer(world, house, enough);
    const few = await anOpenRound(world, convening);
    for (const house of convening.houses.slice(0, 4)) await answer(world, house, few);
    await close();
    const by = convening.convener;
    const published = await findRelease(world.db, { roundId: enough, by });
    expect(published?.publishedAt).toEqual(end);
    expect(published?.release).toMatchObject({ answered: 5, rule: { fewest: 5, insiders: 1 } });
    expect(published?.contentHash).toBe(published && releaseHash(published.release));
    expect(await findRelease(world.db, { roundId: few, by })).toBeUndefined();
    expect(await Promise.all([count("releases", few), count("release_tables", few)])).toEqual([0, 0]);
  });

  test("held by another process is left to it, and taken over when that one is gone: with the same figures", async () => {
    const [roundId, twin] = [await anOpenRound(world, convening), await anOpenRound(world, convening)];
    for (const house of convening.houses) {
      await answer(world, house, roundId);
      await answer(world, house, twin);
    }
    const gone = sql`select round_take(${roundId}::uuid, ${end.toISOString()}::timestamptz, gen_random_uuid(), interval '1 hour') as taken`;
    const [row] = await asViewer(world.db, anonymous, (tx) => tx.execute(gone));
    expect(row?.taken).not.toBeNull();
    expect(await close()).toEqual([twin]);
    const round = await roundAs(world, convening.convener, roundId);
    expect([round?.closedAt, round && isBeingCounted(round, end)]).toEqual([null, true]);
    // Whoever still believes it open signs nothing more, and nobody puts its end off.
    const [house] = convening.houses;
    if (!house) throw new Error("nobody was invited");
    await expect(sign(world, house.officer, roundId)).resolves.toMatchObject({ ok: false });
    await expect(
      extendRound(world.db, { roundId, closesAt: later(9 * day), by: convening.convener, at }),
    ).resolves.toMatchObject({ reason: "round_not_open" });
    expect(await count("signed_answers", roundId)).toBe(6);

    await world.owner`update round_closings set held_until = now() where round_id = ${roundId}`;
    expect(await close()).toEqual([roundId]);
    const [one, other] = await Promise.all(
      [roundId, twin].map((id) => findRelease(world.db, { roundId: id, by: convening.convener })),
    );
    expect(one?.release).toEqual(other?.release);
    expect(await count("round_closings", roundId)).toBe(0);
  });

  test("is reckoned again where another release came meanwhile that it was not checked against", async () => {
    const [first, second] = [await anOpenRound(world, convening), await anOpenRound(world, convening)];
    for (const house of convening.houses) {
      await answer(world, house, first);
      await answer(world, house, second);
    }
    const taker = randomUUID();
    const hour = sql`${end.toISOString()}::timestamptz`;
    await asViewer(world.db, anonymous, (tx) =>
      tx.execute(sql`select round_take(${first}::uuid, ${hour}, ${taker}::uuid, interval '1 hour')`),
    );
    const [seen] = await world.owner<{ ids: string[] }[]>`select array_agg(round_id) as ids from releases`;
    expect(await close()).toEqual([second]);
    const stale = (beside: string[]) =>
      asViewer(world.db, anonymous, (tx) =>
        tx.execute<{ whole: boolean }>(
          sql`select round_close(${first}::uuid, ${hour}, ${taker}::uuid, null, null, ${`{${beside.join()}}`}::uuid[]) as whole`,
        ),
      );
    expect((await stale(seen?.ids ?? []))[0]?.whole).toBe(false);
    expect(await count("signed_answers", first)).toBe(6);
    await world.owner`update round_closings set held_until = now() where round_id = ${first}`;
    expect(await close()).toEqual([first]);
  });

  test("in identified mode keeps whose each answer is, for the authority and for the institution itself", async () => {
    const roundId = await anOpenRound(world, convening, { mode: "identified" });
    for (const house of convening.houses) await answer(world, house, roundId);
    await close();
    expect(await count("ballots", roundId)).toBe(0);
    const readBy = async (by: Parameters<typeof asViewer>[1]) =>
      (
        await asViewer(world.db, by, (tx) =>
          tx.select().from(attributedAnswers).where(eq(attributedAnswers.roundId, roundId)),
        )
      ).length;
    expect(await readBy(convening.convener)).toBe(6);
    expect(convening.houses[0] && (await readBy(convening.houses[0].officer))).toBe(1);
    expect(await readBy((await aConvening(world, { institutions: 0 })).convener)).toBe(0);
  });

  test("closes beside one that cannot be closed", async () => {
    const broken = await anOpenRound(world, convening);
    for (const house of convening.houses) await answer(world, house, broken);
    await world.owner`update signed_answers set answers = '\\x00' where round_id = ${broken}`;
    const whole = await anOpenRound(world, convening, { closesAt: later(8 * day) });
    await expect(close(later(8 * day))).rejects.toThrow("sealed elsewhere");
    expect((await roundAs(world, convening.convener, whole))?.closedAt).not.toBeNull();
    // It is named at every turn until it can be closed, and nothing that was signed is lost meanwhile.
    await expect(close(later(8 * day))).rejects.toThrow("could not be closed");
    expect(await count("signed_answers", broken)).toBe(6);
    await world.owner`delete from signed_answers where round_id = ${broken}`;
    await world.owner`update round_closings set held_until = now() where round_id = ${broken}`;
    expect(await close(later(8 * day))).toEqual([broken]);
  });
});

describe("an unattributed round", () => {
  test("leaves nothing anywhere that joins a ballot or a point with whoever gave it", async () => {
    const roundId = await anOpenRound(world, convening);
    // Each institution's answers are its own, and it signs at an instant of its own.
    const marks = ["under-1", "1-5", "5-20", "20-50", "over-50", "unknown"];
    const owners = new Map<string, string>();
    const secrets: string[] = [];
    for (const [i, house] of convening.houses.entries()) {
      const mark = marks[i] ?? "";
      await fill(world, house.analyst, roundId, { "1.missingRecords": `falta ${mark}` });
      secrets.push((await answer(world, house, roundId, { "1.worthReview": mark })).secret);
      owners.set(mark, house.organisation.id);
    }
    const sequences = () =>
      world.owner`select schemaname, sequencename, last_value from pg_sequences order by 1, 2`;
    const counted = await sequences();
    await close();
    // Nothing counted on while they were laid down.
    expect(await sequences()).toEqual(counted);

    const ballots = await world.owner<{ id: string; mark: string; xmin: string; ctid: string }[]>`
      select id, answers ->> '1.worthReview' as mark, xmin::text, ctid::text from ballots where round_id = ${roundId} order by ctid`;
    const points = await world.owner<
      { id: string; written: string; claim: string; organisation: string | null }[]
    >`
      select id, written, encode(claim, 'hex') as claim, organisation_id as organisation from points where round_id = ${roundId}`;
    expect(ballots).toHaveLength(6);
    expect(points.every(({ organisation }) => organisation === null)).toBe(true);
    // One transaction wrote them all, with no time of its own: ballots, points, and who answered.
    const written = await world.owner<{ xmin: string }[]>`
      select xmin::text from ballots where round_id = ${roundId} union select xmin::text from points where round_id = ${roundId}
      union select xmin::text from round_voters where round_id = ${roundId}`;
    expect(written).toHaveLength(1);
    // An index holds its table's rows in an order: none but that of random ids, of the round and its rows, and of claims.
    const indexed = await world.owner`
      select distinct a.attname::text as name from pg_index x join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any (x.indkey::int2[])
      where x.indrelid in ('ballots'::regclass, 'points'::regclass) order by 1`;
    expect(indexed.map(({ name }) => name)).toEqual(["claim", "id", "round_id", "row"]);
    const dated = await world.owner`
      select table_name, column_name from information_schema.columns
      where table_name in ('ballots', 'points', 'round_voters', 'release_tables', 'release_breakdowns') and (data_type like 'timestamp%' or data_type = 'date' or is_identity = 'YES' or column_default like 'nextval%')`;
    expect(dated).toEqual([]);

    // Every row of every table that names an institution or one of its people, and every one that names a ballot, a point or an answer.
    const people = new Map(
      convening.houses.flatMap(({ organisation, officer, analyst }) =>
        [organisation.id, officer.memberId, analyst.memberId].map((id) => [id, organisation.id] as const),
      ),
    );
    // The release is among the tables that are read here.
    expect(await count("releases", roundId)).toBe(1);
    const given = [
      ...ballots.map(({ id }) => id),
      ...points.flatMap(({ id, claim, written }) => [id, claim, written]),
      ...secrets,
      ...marks.map((mark) => `"1.worthReview": "${mark}"`),
    ];
    const tables = await world.owner<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`;
    const joined: string[] = [];
    for (const { name } of tables) {
      const rows = await world.owner.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`);
      for (const { row } of rows) {
        const plain = row.replaceAll('""', '"');
        const whose = [...people.keys()].filter((id) => plain.includes(id));
        if (whose.length > 0 && given.some((mark) => plain.includes(mark))) joined.push(`${name}: ${plain}`);
      }
    }
    expect(joined).toEqual([]);
    // The secret is nowhere: only its holder finds the points again.
    for (const { name } of tables) {
      for (const secret of secrets) {
        const [found] = await world.owner.unsafe<{ n: number }[]>(
          `select count(*)::int as n from ${name} t where t::text like '%${secret}%'`,
        );
        expect([name, found?.n]).toEqual([name, 0]);
      }
    }
    // Who answered stands in an order that says nothing of when: that of the institutions' own ids.
    const voters = await world.owner<
      { id: string }[]
    >`select organisation_id as id from round_voters where round_id = ${roundId} order by ctid`;
    expect(voters.map(({ id }) => id)).toEqual([...owners.values()].sort());
  });

  test("lays its ballots down in another order than they were signed in", async () => {
    const marks = ["under-1", "1-5", "5-20", "20-50", "over-50", "unknown"];
    const orders = new Set<string>();
    const pairs = new Set<string>();
    for (let turn = 0; turn < 4; turn += 1) {
      const roundId = await anOpenRound(world, convening);
      for (const [i, house] of convening.houses.entries()) {
        const mark = marks[i] ?? "";
        await answer(world, house, roundId, { "1.worthReview": mark, "1.missingRecords": mark });
      }
      await close();
      const rows = await world.owner<
        { mark: string }[]
      >`select answers ->> '1.worthReview' as mark from ballots where round_id = ${roundId} order by ctid`;
      orders.add(rows.map(({ mark }) => mark).join());
      const words = await world.owner<
        { mark: string }[]
      >`select written as mark from points where round_id = ${roundId} order by ctid`;
      // Nor do the points lie as the ballots do: the nth of the one is not whose the nth of the other is.
      pairs.add(String(words.map(({ mark }) => mark).join() === rows.map(({ mark }) => mark).join()));
    }
    expect(pairs).toContain("false");
    // Of 720 orders, four times the same one by chance: once in 373 million.
    expect(orders.size).toBeGreaterThan(1);
  });
});

test("no one who is signed in takes what was signed, or closes a round", async () => {
  const roundId = await anOpenRound(world, convening);
  for (const house of convening.houses) await answer(world, house, roundId);
  const askers = [convening.convener, convening.houses[0]?.officer, (await aHouse(world)).operator];
  for (const by of askers) {
    const taken =
      by &&
      (await asViewer(world.db, by, (tx) =>
        tx.execute(
          sql`select round_take(${roundId}::uuid, now() + interval '1 year', gen_random_uuid(), interval '1 minute') as taken`,
        ),
      ));
    expect(taken?.[0]?.taken).toBeNull();
    const closing =
      by &&
      asViewer(world.db, by, (tx) =>
        tx.execute(
          sql`select round_close(${roundId}::uuid, now() + interval '1 year', gen_random_uuid(), null, null, '{}')`,
        ),
      );
    await expect(closing).rejects.toThrow();
  }
});

test("whom a round invites, and who will read of it, is read by the authority that runs it alone", async () => {
  const roundId = await anOpenRound(world, convening);
  const audiencesOf = async (by: Parameters<typeof asViewer>[1]) =>
    (
      await asViewer(world.db, by, (tx) =>
        tx.execute(sql`select invited from round_audiences(${roundId}::uuid)`),
      )
    ).length;
  expect(await audiencesOf(convening.convener)).toBe(1);
  expect(await audiencesOf(convening.houses[0]?.officer ?? convening.convener)).toBe(0);
  expect(await audiencesOf((await aConvening(world, { institutions: 0 })).convener)).toBe(0);
  await expect(world.db.execute(sql`select invited from rounds`)).rejects.toThrow();
});
