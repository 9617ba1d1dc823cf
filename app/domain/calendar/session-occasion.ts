import type { Occasion } from "./occasion";

type SessionDate = {
  roundtableId: string;
  startsAt: Date;
  endsAt: Date;
  changedAt: Date;
  cancelled: boolean;
};

/** A session as every calendar has it, subscribed or mailed. Nothing in it leads to the room: who sees a calendar learns of none. */
export const sessionOccasion = ({ roundtableId, startsAt, endsAt, changedAt, cancelled }: SessionDate) =>
  ({
    uid: `session-${roundtableId}`,
    kind: "session",
    when: { at: startsAt, until: endsAt },
    changedAt,
    about: { page: "today" },
    ...(cancelled ? { cancelled: true } : {}),
  }) satisfies Occasion;
