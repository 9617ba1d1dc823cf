import type { FoundRoundtable, RoundtableItem } from "~/domain/roundtables/roundtables.server";

type Listed = Pick<RoundtableItem, "id" | "state" | "startsAt" | "endsAt" | "timeZone" | "sequence" | "own">;

const entryOf = ({ id, state, startsAt, endsAt, timeZone, sequence, own }: Listed) => ({
  id,
  state,
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  timeZone,
  sequence,
  answer: own?.answer ?? null,
});

export const roundtableEntry = ({ title, ...listed }: RoundtableItem) => ({ ...entryOf(listed), title });

/** A session as its asker may know it. */
export const roundtableAsAnswer = (session: FoundRoundtable) => ({
  ...entryOf(session),
  title: session.agenda.title,
  revision: session.revision,
  agenda: session.agenda,
  keptUntil: session.purgeAt.toISOString(),
  place: session.place,
  authorities: session.authorities.map(({ id, shortName }) => ({ id, shortName })),
  cancellation: session.cancellation,
  parts: session.parts,
  clearances: session.clearances.map(({ name: _, clearedAt, ...given }) => ({
    ...given,
    clearedAt: clearedAt.toISOString(),
  })),
  invitations: session.invitations.map(({ organisationId, shortName, seats, cover, attendees }) => ({
    organisationId,
    shortName,
    seats,
    cover: {
      kind: cover.kind,
      until: cover.kind === "314b" ? cover.until : null,
      current: cover.kind === "314b" ? cover.current : null,
      ground: cover.kind === "ground" ? cover.ground : null,
    },
    attendees: attendees.map(({ id, memberId, name, answer }) => ({ id, memberId, name, answer })),
  })),
});
