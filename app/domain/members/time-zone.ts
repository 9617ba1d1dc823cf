const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/**
 * The IANA zone of this name as this engine writes it; nothing for a name that no clock goes by. Engines list different
 * names for one zone (`Asia/Kolkata`, `Asia/Calcutta`) and a browser may send any of them: an alias is a name too.
 */
export function timeZoneNamed(name: string): string | undefined {
  if (zones.has(name)) return name;
  // An offset knows no daylight saving time, and an abbreviation such as CST is another clock in each country.
  if (!/^[A-Z]\w*\//.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** All of them, those where most members live first. */
export const listTimeZones = () => [...nearby, ...[...zones].filter((zone) => !nearby.includes(zone))];

const nearby = [
  "America/Mexico_City",
  "America/Monterrey",
  "America/Cancun",
  "America/Chihuahua",
  "America/Ciudad_Juarez",
  "America/Hermosillo",
  "America/Mazatlan",
  "America/Tijuana",
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
  "America/Puerto_Rico",
];
