import { Temporal } from "temporal-polyfill";
import type { Tlp } from "~/domain/advisories/advisory.form";
import type { NewsFacts, NewsKind } from "~/domain/notices/notice";

/** Where seven in the morning has come: the day there, its week's Monday, and that instant. */
export type Place = { zone: string; date: string; monday: string; seven: string };

const hour = 7;

/**
 * Of these zones those whose clocks have come to seven on their own day. An hour that a change skips is reached with the first instant
 * after it; one that comes twice counts the first time.
 */
export function placesAtSeven(zones: string[], at: Date): Place[] {
  return zones.flatMap((zone) => {
    const now = thereAt(zone, at);
    const date = now.toPlainDate();
    const seven = date.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: { hour } });
    if (Temporal.ZonedDateTime.compare(now, seven) < 0) return [];
    const monday = date.subtract({ days: date.dayOfWeek - 1 });
    return [{ zone, date: date.toString(), monday: monday.toString(), seven: seven.toInstant().toString() }];
  });
}

/** A zone that this Node does not know must not silence the others. */
function thereAt(zone: string, at: Date) {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(zone);
  } catch {
    return instant.toZonedDateTimeISO("UTC");
  }
}

/** A title travels in mail up to AMBER; where the label keeps it within one organisation or one room, not even that. */
export const mayBeNamed = (tlp: Tlp) => tlp !== "AMBER+STRICT" && tlp !== "RED";

export type Change =
  | "published"
  | "amended"
  | "superseded"
  | "withdrawn"
  | "red-flags"
  | "translation"
  | "answer";
/** One advisory in a digest, with all that is new about it. */
export type Entry = { about: Omit<NewsFacts, "flags">; changes: Change[]; flags: string[]; answers: number };

const order: Change[] = [
  "withdrawn",
  "superseded",
  "published",
  "amended",
  "red-flags",
  "translation",
  "answer",
];

/** What is new, by advisory: a first version is not amended as well, and two amendments are one. */
export function entriesOf(items: { kind: NewsKind; facts: NewsFacts }[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { kind, facts } of items) {
    const { flags, ...about } = facts;
    const entry = entries.get(about.advisoryId) ?? { about, changes: [], flags: [], answers: 0 };
    entries.set(about.advisoryId, entry);
    const change = changeOf(kind, about.status);
    if (!entry.changes.includes(change)) entry.changes.push(change);
    if (change === "translation") entry.about = about;
    if (change === "answer") entry.answers += 1;
    entry.flags.push(...flags.filter((flag) => !entry.flags.includes(flag)));
  }
  return [...entries.values()].map((entry) => ({
    ...entry,
    changes: order.filter(
      (one) =>
        entry.changes.includes(one) &&
        !(entry.changes.includes("published") && (one === "amended" || one === "red-flags")),
    ),
  }));
}

function changeOf(kind: NewsKind, status: NewsFacts["status"]): Change {
  switch (kind) {
    case "advisory-published":
      return "published";
    case "advisory-amended":
      return "amended";
    case "advisory-withdrawn":
      return status === "superseded" ? "superseded" : "withdrawn";
    case "red-flags-changed":
      return "red-flags";
    case "translation-stale":
      return "translation";
    case "answer-published":
      return "answer";
  }
}
