import { beforeAll, expect, test } from "vitest";
import type { Viewer } from "~/domain/members/viewer";
import { listEarlySignals } from "~/domain/releases/early-signals.server";
import { findRelease } from "~/domain/releases/releases.server";
import { later } from "../../support/desk";
import { aRelease } from "../../support/releases";
import { aConvening, anInstitution, type Convening, day } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();
let convening: Convening;
let rounds: string[];

/** Of forty institutions six see it sometimes; of the others `never` and the rest, often. */
const seen = (never: number) => (house: number) =>
  house < 6 ? "sometimes" : house < 6 + never ? "never" : "often";

beforeAll(async () => {
  convening = await aConvening(world, { institutions: 40 });
  const answers = (never: number) => (house: number) => ({
    "1.seen": seen(never)(house),
    "2.seen": seen(17)(house),
  });
  // The second is read by nobody but its authority and those who were invited and are of its audience.
  rounds = [
    await aRelease(world, convening, { plan: { tlp: "CLEAR" }, answers: answers(26) }),
    await aRelease(world, convening, { plan: { closesAt: later(9 * day) }, answers: answers(8) }),
  ];
}, 240_000);

const signals = (by: Viewer) => listEarlySignals(world.db, { by });

test("a red flag that moved is listed for its authority, from figures that both releases publish; one that did not is not", async () => {
  const { compared, signals: found } = await signals(convening.convener);
  expect(compared).toBeGreaterThanOrEqual(2);
  const redFlag = `${convening.number}#RF-01`;
  const [signal, ...others] = found.filter(({ about }) => about.kind === "red-flag");
  expect(others).toEqual([]);
  expect(signal?.about).toMatchObject({ publicId: redFlag, text: { es: expect.any(String) } });
  expect([signal?.before.id, signal?.after.id]).toEqual(rounds);
  expect(signal?.p).toBeLessThan(0.05);
  expect(signal?.shifts.length).toBeGreaterThan(0);

  const told = await Promise.all(
    rounds.map((roundId) => findRelease(world.db, { roundId, by: convening.convener })),
  );
  for (const { category, before, after } of signal?.shifts ?? []) {
    const published = told.map((one) => {
      const table = one?.release.tables.find((t) => t.redFlag === redFlag && t.question === "seen");
      return Array.isArray(table?.overall) ? table.overall[table.categories.indexOf(category)] : undefined;
    });
    expect([category, before, after]).toEqual([category, ...published]);
  }
});

test("who may not read one of the two releases is told nothing of either, and none but authorities are told anything", async () => {
  const other = await aConvening(world, { institutions: 0 });
  const [first] = rounds;
  expect(await findRelease(world.db, { roundId: first ?? "", by: other.convener })).toBeDefined();
  const nothing = { compared: 0, unmade: 0, signals: [] };
  expect(await signals(other.convener)).toEqual(nothing);
  for (const by of [convening.houses[0]?.officer, (await anInstitution(world)).officer])
    expect(by && (await signals(by))).toEqual(nothing);
  expect(await signals({ memberId: null })).toEqual(nothing);
});
