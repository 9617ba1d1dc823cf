import { afterAll, beforeAll, expect, test } from "vitest";
import { listTimeZones, timeZoneNamed } from "~/domain/members/time-zone";
import { timeZoneChoices } from "~/i18n/time-zone-choices.server";
import { freshDatabase, type World } from "../../support/world";

let world: World;
beforeAll(async () => {
  world = await freshDatabase();
});
afterAll(() => world.close());

const at = new Date("2026-11-20T12:00:00Z");

test.each([
  // What newer browsers call zones that older engines list by another name, and the other way about.
  "Asia/Kolkata",
  "Asia/Calcutta",
  "Europe/Kyiv",
  "Europe/Kiev",
  "America/Argentina/Buenos_Aires",
  "US/Central",
  "Etc/GMT+6",
])("%s is a zone, whatever name this engine lists it by", (name) => {
  const kept = timeZoneNamed(name) ?? "";
  const clock = (timeZone: string) => new Intl.DateTimeFormat("en", { timeZone, hour: "numeric" }).format(at);
  expect(clock(kept)).toBe(clock(name));
  expect(timeZoneNamed(kept)).toBe(kept);
  expect(timeZoneChoices("es", at, kept).map(({ value }) => value)).toContain(kept);
});

test.each([
  "America/Macondo",
  "CST",
  "EST",
  "+05:00",
  "-06",
  "UTC+5",
  "america/mexico_city",
  "localtime",
  "",
  " ",
  "../etc",
])("%j is none", (name) => expect(timeZoneNamed(name)).toBeUndefined());

test("every zone that can be chosen is one that the database knows too", async () => {
  const known = await world.owner<{ name: string }[]>`select name from pg_timezone_names`;
  const names = new Set(known.map(({ name }) => name));
  expect(listTimeZones().filter((zone) => !names.has(zone))).toEqual([]);
});
