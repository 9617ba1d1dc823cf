import { expect, test } from "vitest";
import { listEarlySignals } from "~/domain/releases/early-signals.server";
import { aFlag, anIssued, later } from "../../support/desk";
import { aRelease } from "../../support/releases";
import { aConvening, day } from "../../support/rounds";
import { aWorld } from "../../support/world";

const world = aWorld();

test("a typology is listed with the mean over its red flags when the rounds of an advisory on it moved", async () => {
  const convening = await aConvening(world, { institutions: 40 });
  await world.owner`insert into typologies (code, name_es, name_en, catalogued, added_at) values ('mules', 'Mulas', 'Mules', true, now())`;
  const { number } = await anIssued(world, convening.staff, {
    redFlags: [aFlag(1), aFlag(2)],
    typologies: [{ code: "mules", printed: { es: "", en: "" } }],
  });
  const answers = (never: number) => (house: number) => {
    const seen = house < 6 ? "sometimes" : house < 6 + never ? "never" : "often";
    return { "1.seen": seen, "2.seen": seen };
  };
  const asked = { ...convening, number };
  await aRelease(world, asked, { plan: { tlp: "CLEAR" }, answers: answers(26) });
  await aRelease(world, asked, { plan: { closesAt: later(9 * day) }, answers: answers(8) });

  const { compared, signals } = await listEarlySignals(world.db, { by: convening.convener });
  expect(compared).toBe(3);
  expect(signals.find(({ about }) => about.kind === "typology")).toMatchObject({
    about: { code: "mules", name: { es: "Mulas", en: "Mules" } },
    redFlags: 2,
    shifts: expect.arrayContaining([{ category: "never", before: 26, after: 8 }]),
  });
}, 240_000);
