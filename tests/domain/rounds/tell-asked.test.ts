import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { chooseNotices } from "~/domain/people/choose-notices.server";
import { closeDueRounds } from "~/domain/releases/close-due-rounds.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { asViewer } from "~db/client.server";
import { at, later, reasonOf, value } from "../../support/desk";
import { choices } from "../../support/digests";
import { delivered, noticesOf } from "../../support/outbox";
import { aMember, anOrganisation } from "../../support/people";
import {
  aConvening,
  anInstitution,
  anOpenRound,
  answer,
  type Convening,
  day,
  keys,
  open,
  plan,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
beforeAll(async () => {
  convening = await aConvening(world, { institutions: 6 });
  const [house] = convening.houses;
  if (!house) throw new Error("nobody was invited");
  // Neither of them answers.
  await aMember(world, { organisation: house.organisation, roles: ["administrator"] });
  await world.owner`update members set left_at = ${at} where id = ${
    (await aMember(world, { organisation: house.organisation, roles: ["analyst"] })).memberId
  }`;
});

const everyone = () =>
  convening.houses.flatMap(({ officer, analyst }) => [officer.memberId, analyst.memberId]).sort();
const told = async (roundId: string, kind: string) =>
  (await noticesOf(world, roundId))
    .filter((notice) => notice.kind === kind)
    .map(({ member }) => member)
    .sort();
const extend = (roundId: string, closesAt: Date, when = at) =>
  extendRound(world.db, { roundId, closesAt, by: convening.convener, at: when });

describe("those who fill in and sign at the institutions that were asked", () => {
  test("are told that the round opened, each once, and nobody before it does", async () => {
    const roundId = await plan(world, convening);
    expect(await noticesOf(world, roundId)).toEqual([]);
    expect(reasonOf(await open(world, convening, roundId, { notForSupervision: false }))).toBe(
      "supervision_not_ruled_out",
    );
    expect(await noticesOf(world, roundId)).toEqual([]);
    value(await open(world, convening, roundId));
    expect(await told(roundId, "round-opened")).toEqual(everyone());
  });

  test("are told of an end that was put off, at each time, whether they have signed or not", async () => {
    const roundId = await anOpenRound(world, convening);
    const [house] = convening.houses;
    if (house) await answer(world, house, roundId);
    value(await extend(roundId, later(8 * day), later(1)));
    expect(reasonOf(await extend(roundId, later(8 * day), later(2)))).toBe("window_not_longer");
    value(await extend(roundId, later(9 * day), later(3)));
    expect(await told(roundId, "round-extended")).toEqual([...everyone(), ...everyone()].sort());
    const sent = await delivered(world, later(4), roundId);
    // Of the first new end nothing is so any more.
    expect(sent.filter(({ kind }) => kind === "round-extended")).toHaveLength(12);
  });

  test("are told that it was called off, and no longer that it opened", async () => {
    const roundId = await anOpenRound(world, convening);
    value(await callOffRound(world.db, { roundId, by: convening.convener, at: later(1) }));
    expect(await told(roundId, "round-called-off")).toEqual(everyone());
    await delivered(world, later(1), roundId);
    const states = (await noticesOf(world, roundId)).map(({ kind, state }) => `${kind} ${state}`);
    expect(new Set(states)).toEqual(new Set(["round-opened dropped", "round-called-off sent"]));
  });

  test("hear of no plan that was given up", async () => {
    const roundId = await plan(world, convening);
    value(await callOffRound(world.db, { roundId, by: convening.convener, at }));
    expect(await noticesOf(world, roundId)).toEqual([]);
  });

  test("are told nothing by anyone who did not do it, and nothing twice", async () => {
    const roundId = await anOpenRound(world, convening);
    const colleague = await aMember(world, {
      organisation: convening.staff.authority,
      roles: ["convener"],
    });
    const [house] = convening.houses;
    if (!house) throw new Error("nobody was invited");
    const tell = (by: Parameters<typeof asViewer>[1], what: string) =>
      asViewer(world.db, by, (tx) =>
        tx.execute(sql`select round_tell(${roundId}::uuid, ${what}, ${at.toISOString()}::timestamptz)`),
      );
    for (const by of [colleague, house.officer, await aMember(world, { roles: ["convener"] })])
      await expect(tell(by, "round-opened")).rejects.toThrow();
    for (const what of ["round-extended", "round-called-off", "round-closing", "release-published"])
      await expect(tell(convening.convener, what)).rejects.toThrow();
    await tell(convening.convener, "round-opened");
    expect(await told(roundId, "round-opened")).toEqual(everyone());
  });

  test("are not written to where their institution was shut out before the mail left", async () => {
    const own = await aConvening(world, { institutions: 6 });
    const roundId = await anOpenRound(world, own);
    await world.owner`update organisations set vetting = 'suspended' where id = ${own.houses[0]?.organisation.id ?? ""}`;
    expect((await delivered(world, at, roundId)).filter(({ kind }) => kind === "round-opened")).toHaveLength(
      10,
    );
  });
});

describe("figures that were published", () => {
  async function published(answers: number, audience = {}) {
    const own = await aConvening(world, { institutions: 6 });
    const roundId = await anOpenRound(world, own, {
      audience: { jurisdictions: ["MX"], sectors: [], organisations: [], members: [], ...audience },
    });
    for (const house of own.houses.slice(0, answers)) await answer(world, house, roundId);
    return { own, roundId, close: () => closeDueRounds(world.db, { keys, at: later(7 * day) }) };
  }

  test("are told with the close, to everyone who was asked and to those who run rounds there", async () => {
    const { own, roundId, close } = await published(5);
    await Promise.all([close(), close()]);
    const { staff, convener, houses } = own;
    const runs = await world.owner<{ id: string }[]>`
      select distinct m.id from members m join member_roles r on r.member_id = m.id
      where m.organisation_id = ${staff.authority.id} and r.role in ('analyst', 'convener', 'officer')`;
    expect(runs.map(({ id }) => id)).toContain(convener.memberId);
    expect(await told(roundId, "release-published")).toEqual(
      [
        ...houses.flatMap(({ officer, analyst }) => [officer.memberId, analyst.memberId]),
        ...runs.map(({ id }) => id),
      ].sort(),
    );
    expect(await told(roundId, "statistics-published")).toEqual([]);
  });

  test("of under five answers are told by no letter: there are none", async () => {
    const { roundId, close } = await published(4);
    await close();
    expect((await noticesOf(world, roundId)).map(({ kind }) => kind)).toEqual(Array(12).fill("round-opened"));
  });

  test("reach others only where they asked for it and may read them, also when the mail leaves", async () => {
    const reader = await anInstitution(world);
    const loser = await anInstitution(world);
    const silent = await anInstitution(world);
    const abroad = await anInstitution(world, "US");
    const guild = await aMember(world, {
      organisation: await anOrganisation(world, { kind: "guild" }),
      roles: ["observer"],
    });
    for (const by of [reader.officer, loser.officer, abroad.officer, guild])
      value(
        await chooseNotices(world.db, {
          chosen: choices({ choices: [{ kind: "statistics-published", choice: "at-once" }] }),
          by,
          at,
        }),
      );
    const { roundId, close } = await published(5);
    await close();
    expect(await told(roundId, "statistics-published")).toEqual(
      [reader.officer.memberId, loser.officer.memberId].sort(),
    );
    expect(await told(roundId, "statistics-published")).not.toContain(silent.officer.memberId);
    await world.owner`update organisations set jurisdiction = 'US' where id = ${loser.organisation.id}`;
    const sent = await delivered(world, later(7 * day), roundId);
    expect(sent.filter(({ kind }) => kind === "statistics-published")).toHaveLength(1);
  });
});
