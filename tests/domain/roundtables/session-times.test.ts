import { expect, test } from "vitest";
import { spanOf, timesOf } from "~/domain/roundtables/session-times";
import { at, reasonOf, value } from "../../support/desk";

const times = (date: string, from: string, to: string, zone: string) => spanOf({ date, from, to, zone }, at);

test("an hour is read on the clock of its zone, on either side of either country's changes", () => {
  const utcOf = (date: string, zone: string) =>
    value(times(date, "10:00", "11:00", zone)).startsAt.toISOString();
  // Mexico City keeps one hour all year since 2022; New York and the border change.
  expect(utcOf("2027-01-20", "America/Mexico_City")).toBe("2027-01-20T16:00:00.000Z");
  expect(utcOf("2027-07-20", "America/Mexico_City")).toBe("2027-07-20T16:00:00.000Z");
  expect(utcOf("2027-01-20", "America/New_York")).toBe("2027-01-20T15:00:00.000Z");
  expect(utcOf("2027-07-20", "America/New_York")).toBe("2027-07-20T14:00:00.000Z");
  expect(utcOf("2027-07-20", "America/Ciudad_Juarez")).toBe("2027-07-20T16:00:00.000Z");
});

test("an hour that a clock skips or shows twice is refused by name, where it does and nowhere else", () => {
  const skipped = times("2027-03-14", "02:30", "04:00", "America/New_York");
  expect(skipped).toMatchObject({
    reason: "hour_skipped",
    facts: { time: "02:30", zone: "America/New_York" },
  });
  expect(reasonOf(times("2027-11-07", "01:30", "04:00", "America/Tijuana"))).toBe("hour_repeated");
  expect(reasonOf(times("2027-11-07", "00:30", "01:30", "America/New_York"))).toBe("hour_repeated");
  expect(reasonOf(times("2027-03-14", "02:30", "04:00", "America/Mexico_City"))).toBe("done");
  expect(reasonOf(times("2027-03-14", "03:00", "04:00", "America/New_York"))).toBe("done");
});

test.each([
  ["session_ends_before_it_begins", "2027-01-20", "12:00", "12:00", "America/New_York"],
  ["session_too_long", "2027-01-20", "06:00", "20:00", "America/New_York"],
  ["session_in_the_past", "2026-11-20", "01:00", "02:00", "America/New_York"],
  ["session_time_unreadable", "2027-02-30", "10:00", "11:00", "America/New_York"],
  ["session_time_unreadable", "2027-02-20", "10:00", "25:61", "America/New_York"],
  ["time_zone_unknown", "2027-02-20", "10:00", "11:00", "America/Ribera"],
])("%s", (reason, date, from, to, zone) => {
  expect(reasonOf(times(date, from, to, zone))).toBe(reason);
});

test("what was written is shown again as it was", () => {
  const written = { date: "2027-07-20", from: "09:30", to: "11:00", zone: "America/Ciudad_Juarez" };
  expect(timesOf(value(spanOf(written, at)))).toEqual(written);
});
