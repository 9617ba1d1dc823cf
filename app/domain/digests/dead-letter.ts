/** Mail that did not go out (`failed`), or nobody knows whether it did (`uncertain`); neither to whom nor of what. */
export type DeadLetter = {
  id: string;
  /** `access`: somebody waits for a way in; `digests`: a batch of them. */
  what: "access" | "letter" | "digests";
  state: "failed" | "uncertain";
  /** Of the digests their day, of a letter the day on which it was queued (UTC). */
  day: string;
  mails: number;
  attempts: number;
  problem: string | null;
  /** Whether it can be sent once more: an address that belongs to no member is forgotten. */
  addressed: boolean;
};

/** Why nothing more is done about it. */
export const asideReasons = ["arrived", "told-otherwise", "not-needed", "unreachable"] as const;
