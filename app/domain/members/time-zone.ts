const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);

/** An IANA zone that this engine knows. */
export const isTimeZone = (name: string) => zones.has(name);

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
