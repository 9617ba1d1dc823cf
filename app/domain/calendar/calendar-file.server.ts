import {
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Language } from "~/domain/advisories/advisory.form";
import type { Occasion } from "./occasion";

type Words = {
  /** What an entry is called and says, and the page that it leads to. */
  of(occasion: Occasion): { title: string; text: string; url: string };
};

/** As a subscription reads it: all that there is, under a name. */
type Subscribed = { method: "publish"; name: string };
/** As a mail brings it: one entry, there or gone (RFC 5546, 4.1). `organiser`: an address, as such an entry must have. */
type Mailed = { method: "publish" | "cancel"; organiser: string };
type File = {
  occasions: Occasion[];
  words: Words;
  language: Language;
  host: string;
} & (Subscribed | Mailed);

const minutes = (count: number) => count * 60_000;

/** RFC 5545. Instants are in UTC, which every calendar shows on its reader's clock; days have no zone. */
export function asCalendarFile({ occasions, words, language, host, ...as }: File): string {
  const calendar = new ICalCalendar({
    prodId: { company: "Ribera", product: "Ribera", language: language.toUpperCase() },
    method: as.method === "cancel" ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...("name" in as ? { name: as.name, ttl: 60 * 60 } : {}),
  });
  for (const occasion of occasions) {
    const { title, text, url } = words.of(occasion);
    const { uid, kind, when, changedAt, cancelled } = occasion;
    calendar.createEvent({
      id: `${uid}@${host}`,
      stamp: changedAt,
      lastModified: changedAt,
      sequence: sequenceOf(changedAt),
      ...timesOf(kind, when),
      ...("organiser" in as ? { organizer: { name: "Ribera", email: as.organiser } } : {}),
      ...(kind === "session"
        ? { status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED }
        : {}),
      summary: title,
      description: text,
      url,
      class: ICalEventClass.PRIVATE,
      // A deadline leaves its hour free; a session does not.
      transparency:
        kind === "session" && !cancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

const firstSecond = Date.UTC(2020, 0, 1) / 1000;

/** RFC 5545 asks only that it grow with every change; counted in seconds it does without anybody having counted, until 2088. */
const sequenceOf = (changedAt: Date) => Math.max(0, Math.floor(changedAt.getTime() / 1000) - firstSecond);

/** A deadline is shown by the hour that ends with it, an act by the quarter that begins with it. */
function timesOf(kind: Occasion["kind"], when: Occasion["when"]) {
  if ("day" in when) {
    const start = new Date(`${when.day}T00:00:00Z`);
    return { start, end: new Date(start.getTime() + minutes(24 * 60)), allDay: true };
  }
  const { at, until } = when;
  if (until) return { start: at, end: until };
  return kind === "emergency-end" || kind === "round-end"
    ? { start: new Date(at.getTime() - minutes(60)), end: at }
    : { start: at, end: new Date(at.getTime() + minutes(15)) };
}
