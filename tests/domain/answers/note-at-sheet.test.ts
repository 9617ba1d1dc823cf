import { expect, test } from "vitest";
import { noteAtSheet } from "~/domain/answers/note-at-sheet.server";
import { findSheetPulse } from "~/domain/answers/sheet-pulse.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { at, later, value } from "../../support/desk";
import { aConvening, anInstitution, anOpenRound, answer, fill } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();

test("colleagues see who has the sheet open and at which red flag, for as long as their page is open", async () => {
  const convening = await aConvening(world);
  const [house] = convening.houses;
  if (!house) throw new Error("nobody was asked");
  const roundId = await anOpenRound(world, convening);
  const { analyst, officer } = house;
  expect(value(await noteAtSheet(world.db, { roundId, row: 2, by: analyst, at })).others).toEqual([]);
  expect(value(await noteAtSheet(world.db, { roundId, row: 1, by: officer, at })).others).toEqual([
    { memberId: analyst.memberId, name: analyst.name, row: 2 },
  ]);
  expect((await findSheetPulse(world.db, officer, { roundId, at: later(1) }))?.others).toEqual([]);
});

test("the stamp moves when a colleague answers or the officer signs, and not for another institution", async () => {
  const convening = await aConvening(world);
  const [house, other] = convening.houses;
  if (!house || !other) throw new Error("nobody was asked");
  const roundId = await anOpenRound(world, convening);
  const stamp = async () => (await findSheetPulse(world.db, house.officer, { roundId, at }))?.stamp;
  const empty = await stamp();
  await answer(world, other, roundId);
  expect(await stamp()).toBe(empty);
  value(await fill(world, house.analyst, roundId, { "1.seen": "often" }));
  const filled = await stamp();
  expect(filled).not.toBe(empty);
  await answer(world, house, roundId);
  expect(await stamp()).not.toBe(filled);
});

test("who was at a sheet is forgotten with the round's key, and nobody else is told", async () => {
  const convening = await aConvening(world);
  const [house] = convening.houses;
  if (!house) throw new Error("nobody was asked");
  const roundId = await anOpenRound(world, convening);
  value(await noteAtSheet(world.db, { roundId, row: 1, by: house.analyst, at }));
  const stranger = await anInstitution(world);
  for (const by of [stranger.analyst, convening.convener]) {
    expect((await noteAtSheet(world.db, { roundId, row: 1, by, at })).ok).toBe(false);
    expect(await findSheetPulse(world.db, by, { roundId, at })).toBeUndefined();
  }
  const kept = () => world.owner`select 1 from sheet_presence where round_id = ${roundId}`;
  expect(await kept()).toHaveLength(1);
  value(await callOffRound(world.db, { roundId, by: convening.convener, at }));
  expect(await kept()).toHaveLength(0);
});
