import { Temporal } from "temporal-polyfill";
import { timeZoneNamed } from "~/domain/members/time-zone";
import { done, type Outcome, refused } from "~/domain/outcome";
import { longestHours } from "./roundtable";
import type { Times } from "./roundtable.form";

export type Span = { startsAt: Date; endsAt: Date; timeZone: string };

/** When a session is, as it was written on a zone's clock. An hour that the clock skips or shows twice says no time at all. */
export function spanOf({ date, from, to, zone }: Times, at: Date): Outcome<Span> {
  const timeZone = timeZoneNamed(zone);
  if (!timeZone) return refused("time_zone_unknown");
  const starts = instantOf(date, from, timeZone);
  if (!starts.ok) return starts;
  const ends = instantOf(date, to, timeZone);
  if (!ends.ok) return ends;
  const [startsAt, endsAt] = [starts.value, ends.value];
  if (endsAt <= startsAt) return refused("session_ends_before_it_begins");
  if (endsAt.getTime() - startsAt.getTime() > longestHours * 3_600_000)
    return refused("session_too_long", { hours: longestHours });
  if (startsAt <= at) return refused("session_in_the_past");
  return done({ startsAt, endsAt, timeZone });
}

function instantOf(date: string, time: string, zone: string): Outcome<Date> {
  const local = readLocal(`${date}T${time}`);
  if (!local) return refused("session_time_unreadable");
  const [earlier, later] = (["earlier", "later"] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  );
  if (!earlier || !later) return refused("session_time_unreadable");
  if (earlier.epochMilliseconds === later.epochMilliseconds) return done(new Date(later.epochMilliseconds));
  const isSkipped = !later.toPlainDateTime().equals(local);
  return refused(isSkipped ? "hour_skipped" : "hour_repeated", { time, zone });
}

function readLocal(written: string) {
  try {
    return Temporal.PlainDateTime.from(written);
  } catch {
    return undefined;
  }
}

/** The same again, as a form shows it. */
export function timesOf({ startsAt, endsAt, timeZone }: Span): Times {
  const local = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const clock = (at: Date) => local(at).toPlainTime().toString({ smallestUnit: "minute" });
  return {
    date: local(startsAt).toPlainDate().toString(),
    from: clock(startsAt),
    to: clock(endsAt),
    zone: timeZone,
  };
}
