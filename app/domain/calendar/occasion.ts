/** What a date is about; each kind has its words in locales/…/calendar.json. No name, number or title: a calendar is copied to places that nobody here knows. */
export const occasionKinds = [
  "publication",
  "vetting-end",
  "cover-end",
  "emergency-end",
  "organisation-end",
  "adoption-due",
  "round-end",
  "session",
] as const;
export type OccasionKind = (typeof occasionKinds)[number];

/** A date that concerns a member. Sources of one subject each make them (`…-dates.server.ts`). */
export type Occasion = {
  /** Stays the same for as long as it is the same occasion, whatever becomes of it. */
  uid: string;
  kind: OccasionKind;
  /** A whole day of everybody's calendar, or the instant of a deadline or an act; `until` of what has an end of its own. */
  when: { day: string } | { at: Date; until?: Date };
  /** It was to be and is not: a calendar that has it strikes it out. */
  cancelled?: true;
  /** When what it says was last changed. */
  changedAt: Date;
  /** Where it leads: the id that its page is addressed by; `page`: the one of the member's day, which names nothing. */
  about:
    | { draftId: string }
    | { organisationId: string }
    | { boardId: string }
    | { roundId: string }
    | { page: "today" }
    | null;
  /** The number of what is to be published, only where all of it is TLP:CLEAR. */
  number?: string;
  /** The organisation that it is about: for the member's own page, never for a calendar. */
  who?: string;
};
