import { beforeAll, describe, expect, test } from "vitest";
import { keepVettingTimes } from "~/domain/vetting/keep-vetting-times.server";
import { at } from "../../support/desk";
import { aBank, apply, type Officers, someOfficers, standing, told } from "../../support/vetting";
import { aWorld } from "../../support/world";

const world = aWorld();
let officers: Officers;
beforeAll(async () => {
  officers = await someOfficers(world);
});

const on = (day: string) => keepVettingTimes(world.db, { at: new Date(`${day}T18:00:00Z`) });

describe("the end of a period", () => {
  test("comes when its last day is over everywhere, once, and is told to both sides", async () => {
    const bank = await aBank(world, "vetted", "2026-11-21");
    expect((await on("2026-11-21")).ended).toEqual([]);
    expect((await keepVettingTimes(world.db, { at: new Date("2026-11-22T11:59:00Z") })).ended).toEqual([]);
    const turns = await Promise.all([on("2026-11-22"), on("2026-11-22")]);
    expect(turns.flatMap(({ ended }) => ended)).toEqual([bank.id]);
    expect(await standing(world, bank)).toMatchObject({ vetting: "expired" });
    expect((await told(world, bank.administrator)).filter((kind) => kind === "vetting-ended")).toHaveLength(
      1,
    );
    expect(await told(world, officers.neighbour)).toContain("organisation-expired");
    expect(await told(world, officers.neighbour)).not.toContain("vetting-ended");
  });

  test("does not come to who has none, nor to who was put out", async () => {
    const founder = await aBank(world, "vetted");
    const out = await aBank(world, "suspended", "2026-01-01");
    await on("2026-11-23");
    expect(await standing(world, founder)).toMatchObject({ vetting: "vetted" });
    expect(await standing(world, out)).toMatchObject({ vetting: "suspended" });
  });
});

describe("reminders", () => {
  const reminders = async (day: string, id: string) =>
    (await on(day)).reminded.filter(({ organisationId }) => organisationId === id).map(({ days }) => days);

  test("are given sixty, thirty and seven days before, once each", async () => {
    const bank = await aBank(world, "vetted", "2027-03-31");
    const given: [string, number[]][] = [];
    for (const day of [
      "2027-01-29",
      "2027-01-30",
      "2027-01-31",
      "2027-03-01",
      "2027-03-02",
      "2027-03-23",
      "2027-03-24",
      "2027-03-31",
    ]) {
      const days = await reminders(day, bank.id);
      if (days.length > 0) given.push([day, days]);
    }
    expect(given).toEqual([
      ["2027-01-30", [60]],
      ["2027-03-01", [30]],
      ["2027-03-24", [7]],
    ]);
    expect(await told(world, bank.administrator)).toEqual([
      "vetting-ending",
      "vetting-ending",
      "vetting-ending",
    ]);
  });

  test("that were missed while nothing ran come as one, the nearest", async () => {
    const bank = await aBank(world, "vetted", "2028-03-31");
    expect(await reminders("2028-03-28", bank.id)).toEqual([7]);
    expect(await reminders("2028-03-29", bank.id)).toEqual([]);
  });

  test("stop once the organisation has asked, and are not doubled by a second process", async () => {
    const asked = await aBank(world, "vetted", "2027-01-10");
    await apply(world, asked, undefined, at);
    expect(await reminders("2026-12-20", asked.id)).toEqual([]);
    const waiting = await aBank(world, "vetted", "2029-03-31");
    const both = await Promise.all([
      reminders("2029-03-01", waiting.id),
      reminders("2029-03-01", waiting.id),
    ]);
    expect(both.flat()).toEqual([30]);
  });
});
