import { beforeAll, describe, expect, test } from "vitest";
import { fillSheet } from "~/domain/answers/fill-sheet.server";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { at, later, reasonOf, value } from "../../support/desk";
import {
  aConvening,
  anInstitution,
  anOpenRound,
  type Convening,
  day,
  fill,
  type House,
  keys,
  plan,
  sheetOf,
} from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
let house: House;
let roundId: string;

beforeAll(async () => {
  convening = await aConvening(world, { institutions: 5 });
  [house = await anInstitution(world)] = convening.houses;
});

const answersOf = async (by = house.officer) =>
  Object.fromEntries(
    (await sheetOf(world, by, roundId))?.entries.map(({ row, question, answer }) => [
      `${row}.${question}`,
      answer,
    ]) ?? [],
  );

describe("an institution's sheet", () => {
  test("is filled in by its analysts and its officer together, and read back as they wrote it", async () => {
    roundId = await anOpenRound(world, convening);
    value(
      await fill(world, house.analyst, roundId, {
        "1.seen": "often",
        "0.questionToAuthority": " ¿Desde cuándo? ",
      }),
    );
    value(
      await fill(world, house.officer, roundId, {
        "2.overlapsWith": [`${convening.number}#RF-01`],
        "0.corridor": { from: "MX", to: "US" },
      }),
    );
    expect(await answersOf()).toEqual({
      "1.seen": "often",
      "0.questionToAuthority": "¿Desde cuándo?",
      "2.overlapsWith": [`${convening.number}#RF-01`],
      "0.corridor": { from: "MX", to: "US" },
    });
  });

  test("takes no words that identify someone or reveal a report, nor what came with them", async () => {
    const screened = await fill(world, house.analyst, roundId, {
      "1.seen": "never",
      "0.questionToAuthority": "¿Y la CLABE 032180000118359719? Presentamos un ROI.",
    });
    expect(screened).toMatchObject({ reason: "screened", facts: { counts: { clabe: 1, report: 1 } } });
    expect(await answersOf()).toMatchObject({ "1.seen": "often", "0.questionToAuthority": "¿Desde cuándo?" });
  });

  test("is nobody else's: not another institution's, not the authority's, and in no words in the database", async () => {
    roundId = await anOpenRound(world, convening);
    value(await fill(world, house.analyst, roundId, { "0.questionToAuthority": "palabra-muy-propia" }));
    const [, other] = convening.houses;
    expect(other && (await sheetOf(world, other.officer, roundId))?.entries).toEqual([]);
    expect(await sheetOf(world, convening.convener, roundId)).toBeUndefined();
    expect(await sheetOf(world, (await anInstitution(world)).officer, roundId)).toBeUndefined();
    const [row] = await world.owner<
      { all: string }[]
    >`select string_agg(s::text || encode(s.answer, 'escape'), '') as all from sheet_entries s`;
    expect(row?.all).not.toContain("palabra-muy-propia");
  });

  test("takes no answer that its question does not know, and then keeps none of what came with it", async () => {
    roundId = await anOpenRound(world, convening);
    const odd: [string, unknown][] = [
      ["1.seen", "every day"],
      ["0.seen", "often"],
      ["1.usefulness", "5"],
      ["3.seen", "often"],
      ["1.filedReport", "yes"],
      ["0.questionToAuthority", "x".repeat(2001)],
      ["0.corridor", { from: "Mexico", to: "US" }],
      ["1.seen", ["often"]],
    ];
    for (const [place, given] of odd) {
      const outcome = await fill(world, house.analyst, roundId, { "2.seen": "often", [place]: given });
      expect([place, reasonOf(outcome)]).toEqual([place, "answer_does_not_fit"]);
    }
    expect(await answersOf()).toEqual({});
  });

  test("of two people who answer one question at once keeps one, and gives the other theirs to choose from", async () => {
    roundId = await anOpenRound(world, convening);
    const both = await Promise.all([
      fill(world, house.analyst, roundId, { "1.seen": "often", "1.clarity": "4" }),
      fill(world, house.officer, roundId, { "1.seen": "never", "2.clarity": "2" }),
    ]);
    const outcomes = both.map(value);
    const overtaken = outcomes.flatMap((outcome) => outcome.overtaken);
    expect(overtaken.map(({ row, question }) => [row, question])).toEqual([[1, "seen"]]);
    const answers = await answersOf();
    expect(answers["1.seen"]).toBe(overtaken[0]?.answer);
    expect(answers).toMatchObject({ "1.clarity": "4", "2.clarity": "2" });
  });

  test("lets an answer be taken back, and the same one be given twice", async () => {
    roundId = await anOpenRound(world, convening);
    value(await fill(world, house.analyst, roundId, { "1.seen": "often" }));
    expect(value(await fill(world, house.officer, roundId, { "1.seen": "often" })).overtaken).toEqual([]);
    const emptied = {
      roundId,
      filled: [{ row: 1, question: "seen", answer: "", revision: 1 }],
      keys,
      by: house.analyst,
      at,
    };
    expect(value(await fillSheet(world.db, emptied)).kept).toEqual([
      { row: 1, question: "seen", revision: 2 },
    ]);
    expect(await answersOf()).toEqual({ "1.seen": null });
  });

  test("is not filled in before the round opens, after its hour, or by who is not asked; an end put off gives more time", async () => {
    roundId = await plan(world, convening);
    expect(reasonOf(await fill(world, house.analyst, roundId, { "1.seen": "often" }))).toBe("not_found");
    roundId = await anOpenRound(world, convening);
    expect(reasonOf(await fill(world, convening.convener, roundId, { "1.seen": "often" }))).toBe("not_found");
    const closing = later(7 * day);
    expect(reasonOf(await fill(world, house.analyst, roundId, { "1.seen": "often" }, closing))).toBe(
      "round_not_open",
    );
    const extension = { roundId, by: convening.convener, at };
    expect(reasonOf(await extendRound(world.db, { ...extension, closesAt: later(6 * day) }))).toBe(
      "window_not_longer",
    );
    value(await extendRound(world.db, { ...extension, closesAt: later(8 * day) }));
    expect(reasonOf(await fill(world, house.analyst, roundId, { "1.seen": "often" }, closing))).toBe("done");
  });
});
