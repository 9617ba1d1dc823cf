import { Temporal } from "temporal-polyfill";

type Typed = { date: string; time: string; zone: string };

/** The instant of a date and time on a zone's clock; undefined if it cannot be read. An hour that a zone skips becomes the next. */
export function embargoAt({ date, time, zone }: Typed): Date | undefined {
  try {
    const local = Temporal.PlainDateTime.from(`${date}T${time}`);
    return new Date(local.toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return undefined;
  }
}

/** The zones of this border and its capitals, then the one that everyone shares. */
export const embargoZones = [
  "America/Mexico_City",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Los_Angeles",
  "America/Tijuana",
  "America/Ciudad_Juarez",
  "America/Monterrey",
  "America/Hermosillo",
  "America/Cancun",
  "UTC",
] as const;
