import { beforeAll, describe, expect, test } from "vitest";
import { signAnswers } from "~/domain/answers/sign-answers.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { at, later, reasonOf, value } from "../../support/desk";
import {
  aConvening,
  anInstitution,
  anOpenRound,
  answer,
  aWholeForm,
  type Convening,
  day,
  fill,
  type House,
  keys,
  roundAs,
  sheetOf,
  sign,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
let house: House;

beforeAll(async () => {
  convening = await aConvening(world, { institutions: 6 });
  [house = await anInstitution(world)] = convening.houses;
});

const participation = async (roundId: string) =>
  (await roundAs(world, convening.convener, roundId))?.participation;

describe("an institution's answers", () => {
  test("are signed whole: a form with gaps is refused and says how many there are", async () => {
    const roundId = await anOpenRound(world, convening);
    const { "2.seen": _, "0.usefulness": __, ...rest } = aWholeForm();
    value(await fill(world, house.analyst, roundId, rest));
    expect(await sign(world, house.officer, roundId)).toMatchObject({
      reason: "answers_missing",
      facts: { count: 2 },
    });
  });

  test("are not asked about a red flag that was withdrawn meanwhile", async () => {
    const other = await aConvening(world, { institutions: 1 });
    const roundId = await anOpenRound(world, other);
    const [own] = other.houses;
    const answers = Object.fromEntries(
      Object.entries(aWholeForm()).filter(([place]) => !place.startsWith("2.")),
    );
    if (!own) throw new Error("nobody was invited");
    value(await fill(world, own.officer, roundId, answers));
    expect(reasonOf(await sign(world, own.officer, roundId))).toBe("answers_missing");
    await world.owner`update indicators set state = 'withdrawn' where public_id = ${`${other.number}#RF-02`}`;
    expect(reasonOf(await sign(world, own.officer, roundId))).toBe("done");
  });

  test("are signed by the compliance officer alone, and are exactly what that officer read", async () => {
    const roundId = await anOpenRound(world, convening);
    value(await fill(world, house.analyst, roundId, aWholeForm()));
    expect(reasonOf(await sign(world, house.analyst, roundId))).toBe("not_allowed");
    const read = (await sheetOf(world, house.officer, roundId))?.digest ?? "";
    value(await fill(world, house.analyst, roundId, { "1.worthReview": "1-5" }));
    expect(
      reasonOf(await signAnswers(world.db, { roundId, digest: read, keys, by: house.officer, at })),
    ).toBe("stale");
    expect(reasonOf(await sign(world, house.officer, roundId))).toBe("done");
  });

  test("are corrected by signing again until the round closes, and not after", async () => {
    const roundId = await anOpenRound(world, convening);
    const first = await answer(world, house, roundId);
    const second = value(await sign(world, house.officer, roundId, later(7 * day - 1)));
    expect([first.version, second.version]).toEqual([1, 2]);
    expect(first.secret).not.toBe(second.secret);
    expect(reasonOf(await sign(world, house.officer, roundId, later(7 * day)))).toBe("round_not_open");
  });

  test("signed twice at once are one answer with two versions", async () => {
    const roundId = await anOpenRound(world, convening);
    value(await fill(world, house.officer, roundId, aWholeForm()));
    const outcomes = await Promise.all([
      sign(world, house.officer, roundId),
      sign(world, house.officer, roundId),
    ]);
    expect(outcomes.map((outcome) => value(outcome).version).sort()).toEqual([1, 2]);
    const [row] =
      await world.owner`select count(*)::int as n from signed_answers where round_id = ${roundId}`;
    expect(row?.n).toBe(1);
  });

  test("are counted for nobody until five institutions have signed", async () => {
    const roundId = await anOpenRound(world, convening);
    for (const [i, one] of convening.houses.entries()) {
      await answer(world, one, roundId);
      expect(await participation(roundId)).toEqual({ invited: 6, answered: i + 1 < 5 ? null : i + 1 });
    }
  });

  test("are destroyed, sheets and key too, when the round is called off", async () => {
    const roundId = await anOpenRound(world, convening);
    await answer(world, house, roundId);
    const callingOff = { roundId, at };
    expect(reasonOf(await callOffRound(world.db, { ...callingOff, by: convening.staff.analyst }))).toBe(
      "not_allowed",
    );
    expect(reasonOf(await callOffRound(world.db, { ...callingOff, by: convening.convener }))).toBe("done");
    expect(reasonOf(await callOffRound(world.db, { ...callingOff, by: convening.convener }))).toBe(
      "round_over",
    );
    for (const table of ["signed_answers", "sheet_entries", "round_keys"]) {
      const [row] =
        await world.owner`select count(*)::int as n from ${world.owner(table)} where round_id = ${roundId}`;
      expect([table, row?.n]).toEqual([table, 0]);
    }
    expect(reasonOf(await sign(world, house.officer, roundId))).toBe("round_not_open");
  });
});
