import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { isAnswered } from "~/domain/answers/sheet.server";
import { anonymous } from "~/domain/members/viewer";
import { closeRound } from "~/domain/releases/close-round.server";
import { findStanding } from "~/domain/releases/round-standing.server";
import { asViewer } from "~db/client.server";
import { later } from "../../support/desk";
import { aMember } from "../../support/people";
import {
  aConvening,
  anInstitution,
  anOpenRound,
  answer,
  type Convening,
  day,
  type House,
  keys,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
let house: House;
const end = later(7 * day);
beforeAll(async () => {
  convening = await aConvening(world, { institutions: 5 });
  const [first] = convening.houses;
  if (!first) throw new Error("nobody was invited");
  house = first;
});

const taker = randomUUID();
const asClock = (query: ReturnType<typeof sql>) => asViewer(world.db, anonymous, (tx) => tx.execute(query));
const take = (roundId: string) =>
  asClock(
    sql`select round_take(${roundId}::uuid, ${end.toISOString()}::timestamptz, ${taker}::uuid, interval '1 minute')`,
  );
const fail = (roundId: string) =>
  asClock(sql`select round_let_go(${roundId}::uuid, ${taker}::uuid, 'unsafe_release', interval '0')`);
const standing = (by: Parameters<typeof findStanding>[1], roundId: string, at = end) =>
  findStanding(world.db, by, { roundId, at });

describe("a round that has closed and is not counted yet", () => {
  test("is said to be, to its authority and to whom it asks, until its figures are there", async () => {
    const roundId = await anOpenRound(world, convening);
    for (const one of convening.houses) await answer(world, one, roundId);
    for (const by of [convening.convener, house.officer]) {
      expect(await standing(by, roundId, later(1))).toEqual({
        state: "open",
        counting: null,
        released: false,
      });
      expect((await standing(by, roundId))?.counting).toEqual({ failed: false, againAt: null });
    }
    await take(roundId);
    expect((await standing(house.officer, roundId))?.counting).toEqual({ failed: false, againAt: null });
    await fail(roundId);
    await closeRound(world.db, { roundId, keys, at: end });
    for (const by of [convening.convener, house.officer])
      expect(await standing(by, roundId)).toEqual({ state: "closed", counting: null, released: true });
  });

  test("says where counting it failed and when it is tried again, and never at what", async () => {
    const roundId = await anOpenRound(world, convening);
    await take(roundId);
    await fail(roundId);
    for (const by of [convening.convener, house.officer]) {
      const found = await standing(by, roundId);
      expect(found?.counting).toEqual({ failed: true, againAt: expect.any(Date) });
      expect(JSON.stringify(found)).not.toContain("unsafe_release");
    }
    await take(roundId);
    expect((await standing(convening.convener, roundId))?.counting).toEqual({ failed: true, againAt: null });
  });

  test("is nothing to others, not even that there is a round", async () => {
    const roundId = await anOpenRound(world, convening);
    await take(roundId);
    await fail(roundId);
    const stranger = (await anInstitution(world)).officer;
    for (const by of [stranger, await aMember(world, { roles: ["convener"] }), anonymous]) {
      expect(await standing(by, roundId)).toBeUndefined();
      const rows = await asViewer(world.db, by, (tx) =>
        tx.execute(sql`select * from round_counting(${roundId}::uuid)`),
      );
      expect([...rows]).toEqual([]);
    }
  });

  test("tells an institution that its own signature is in, before it is counted as after", async () => {
    const roundId = await anOpenRound(world, convening);
    const [, ...others] = convening.houses;
    for (const one of others) await answer(world, one, roundId);
    const signed = others[0]?.officer;
    if (!signed) throw new Error("nobody signed");
    const both = async () => [
      await isAnswered(world.db, signed, roundId),
      await isAnswered(world.db, house.officer, roundId),
    ];
    await take(roundId);
    expect(await both()).toEqual([true, false]);
    await fail(roundId);
    await closeRound(world.db, { roundId, keys, at: end });
    expect(await both()).toEqual([true, false]);
  });
});
