/** What of one's own page a refusal is about. */
export function partOfProfileRefused(reason: string): "name" | "timeZone" | undefined {
  if (reason.startsWith("name_")) return "name";
  return reason.startsWith("time_zone_") ? "timeZone" : undefined;
}
