import { beforeAll, describe, expect, test } from "vitest";
import { anonymous, type Viewer } from "~/domain/members/viewer";
import { findRelease, listReleases, listStatisticsOf } from "~/domain/releases/releases.server";
import { aFlag, anIssued, at, later } from "../../support/desk";
import { aHouse, aMember, anOrganisation } from "../../support/people";
import { aRelease } from "../../support/releases";
import { aConvening, anInstitution, aPlan, type Convening, day } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
/** By whom it is read: of the audience GREEN for Mexico and one guild, of an advisory that everybody reads. */
let readers: Record<string, Viewer>;
let strangers: Record<string, Viewer>;
let guild: Viewer;
let round: string;
let redFlag: string;

/** Seven of the sixteen answer otherwise, so that something may be shown of them. */
const divided = (house: number) => (house < 7 ? { "1.seen": "often", "2.seen": "often" } : {});
const wide = { jurisdictions: ["MX"], sectors: [], organisations: [] as string[], members: [] };

beforeAll(async () => {
  convening = await aConvening(world, { institutions: 16 });
  // Half of them are in the United States, so that there is something to break down.
  for (const { organisation } of convening.houses.slice(8))
    await world.owner`update organisations set jurisdiction = 'US' where id = ${organisation.id}`;
  const own = await anOrganisation(world, { kind: "guild" });
  guild = await aMember(world, { organisation: own, roles: ["observer"] });
  const audience = { ...wide, organisations: [own.id] };
  round = await aRelease(world, convening, { plan: { audience }, answers: divided });
  redFlag = `${convening.number}#RF-01`;

  const [first] = convening.houses;
  const last = convening.houses.at(-1);
  if (!first || !last) throw new Error("nobody was invited");
  const bank = await anInstitution(world);
  const foreign = await anInstitution(world, "US");
  const { operator, auditor } = await aHouse(world);
  const other = await anOrganisation(world, { kind: "guild" });
  readers = {
    "who ran the round": convening.convener,
    "a colleague there": convening.staff.analyst,
    "who was invited": first.officer,
    "who was invited, outside the audience": last.analyst,
    "an institution of the audience": bank.officer,
    "a guild that is named": guild,
  };
  strangers = {
    "no one": anonymous,
    "an institution outside it": foreign.officer,
    "another authority": (await aConvening(world, { institutions: 0 })).convener,
    "a guild that is not named": await aMember(world, { organisation: other, roles: ["observer"] }),
    "the operator": operator,
    "the auditor": auditor,
  };
});

const read = (by: Viewer, roundId = round) => findRelease(world.db, { roundId, by });
const idsOf = async (by: Viewer, wanted: Partial<Parameters<typeof listReleases>[1]> = {}) =>
  (await listReleases(world.db, { by, ...wanted })).map(({ round: { id } }) => id);

describe("a release", () => {
  test("is read by whoever ran the round, whom it invited and whom its audience admits; others do not find it", async () => {
    for (const [who, by] of Object.entries(readers)) {
      expect([who, (await read(by))?.release.answered]).toEqual([who, 16]);
      expect([who, (await idsOf(by)).includes(round)]).toEqual([who, true]);
    }
    for (const [who, by] of Object.entries(strangers)) {
      expect([who, await read(by)]).toEqual([who, undefined]);
      expect([who, (await idsOf(by)).includes(round)]).toEqual([who, false]);
      expect([who, await listStatisticsOf(world.db, { redFlag, by })]).toEqual([who, []]);
    }
  });

  test("is the same for all who read it, but that guilds read aggregates only", async () => {
    const of = async (by: Viewer) => (await read(by))?.release;
    const whole = await of(convening.convener);
    const { "a guild that is named": aggregate, ...others } = readers;
    for (const by of Object.values(others)) expect(await of(by)).toEqual(whole);
    expect(whole?.groups.jurisdiction).toEqual({ withheld: "too_few" });
    const told = aggregate && (await of(aggregate));
    const held = { withheld: "aggregates" };
    expect(told?.groups).toEqual({ jurisdiction: held, sector: held, size: held });
    expect(told?.tables.map(({ overall }) => overall)).toEqual(whole?.tables.map(({ overall }) => overall));
    for (const table of told?.tables ?? []) expect(table).toMatchObject({ sector: held, size: held });
  });

  test("says of its round what its readers may know: title, subject, window, how many answered", async () => {
    expect((await read(guild))?.round).toMatchObject({
      id: round,
      title: aPlan(convening).title,
      number: convening.number,
      version: 1,
      openedAt: at,
      closesAt: later(7 * day),
      invited: 16,
      answered: 16,
    });
  });

  test("is public where its round is CLEAR, with its breakdowns", async () => {
    const open = await aRelease(world, convening, { plan: { tlp: "CLEAR" } });
    const published = await read(anonymous, open);
    expect(published?.release).toEqual((await read(convening.convener, open))?.release);
    expect((await read(guild, open))?.release).toEqual(published?.release);
    expect(await idsOf(anonymous)).toEqual([open]);
  });

  test("says nothing of a red flag to who may not read that red flag", async () => {
    const audience = { ...wide, organisations: convening.houses.map(({ organisation }) => organisation.id) };
    const { number } = await anIssued(world, convening.staff, {
      audience,
      redFlags: [aFlag(1), aFlag(2, { tlp: "AMBER" })],
    });
    const mixed = { ...convening, number };
    const id = await aRelease(world, mixed, { plan: { tlp: "CLEAR" } });
    const flagsFor = async (by: Viewer) => [
      ...new Set((await read(by, id))?.release.tables.flatMap(({ redFlag: flag }) => flag ?? [])),
    ];
    expect(await flagsFor(convening.convener)).toEqual([`${number}#RF-01`, `${number}#RF-02`]);
    expect(await flagsFor(anonymous)).toEqual([`${number}#RF-01`]);
    expect(await listStatisticsOf(world.db, { redFlag: `${number}#RF-02`, by: anonymous })).toEqual([]);
    expect(await idsOf(anonymous, { redFlag: `${number}#RF-02` })).toEqual([]);
  });

  test("is listed by its advisory and its red flags, the newest first", async () => {
    const next = await aRelease(world, convening, {
      plan: { closesAt: later(9 * day), tlp: "AMBER" },
      answers: divided,
    });
    const by = convening.convener;
    const listed = await idsOf(by, { advisory: convening.number });
    expect(listed[0]).toBe(next);
    expect(listed).toContain(round);
    expect(await idsOf(by, { redFlag })).toEqual(listed);
    expect(await idsOf(by, { redFlag: "NONE-1#RF-01" })).toEqual([]);
    expect(await idsOf(by, { typology: "none" })).toEqual([]);
    const [newest] = await listStatisticsOf(world.db, { redFlag, by });
    expect(newest?.round.id).toBe(next);
    expect(new Set(newest?.release.tables.map((table) => table.redFlag))).toEqual(new Set([redFlag]));
  });

  test("does not change and is not taken away, by its owner either", async () => {
    const tables = ["releases", "release_tables", "release_breakdowns"];
    for (const table of tables) {
      const changes = [
        `update ${table} set round_id = round_id where round_id = '${round}'`,
        `delete from ${table} where round_id = '${round}'`,
        `truncate ${table} cascade`,
      ];
      for (const change of changes)
        await expect(world.owner.unsafe(change)).rejects.toThrow("does not change");
      await expect(world.db.execute(`insert into ${table} select * from ${table}`)).rejects.toThrow();
    }
  });
});
