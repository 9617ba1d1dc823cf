import type { Ear } from "~db/hearing.server";

/** What may move: a kind of thing and its id, as db/policies/live.sql announces it. */
export type Topic =
  `${"draft" | "room" | "round" | "sheet" | "session" | "member" | "organisation"}:${string}`;

/** Told which topic moved; null: any of them may have. */
type Look = (topic: string | null) => void;

/** So many streams of one member and process: browsers open six connections to a host, and pages need some. */
const mostOfOneMember = 4;

/** Hands what this process hears of to whoever follows it here. */
export class Live {
  #followers = new Map<string, Set<Look>>();
  #streams = new Map<string, number>();
  #looking = 0;
  #turnedAway = 0;
  #closed = false;

  readonly ear: Ear = {
    heard: (topic) => {
      for (const look of this.#followers.get(topic) ?? []) look(topic);
    },
    // Something may have been missed.
    opened: () => this.#wakeAll(),
    lost: () => {},
  };

  get closed() {
    return this.#closed;
  }

  /** How many streams are open. */
  get size() {
    return [...this.#streams.values()].reduce((all, some) => all + some, 0);
  }

  /** How many streams are being read for at this moment: what grows when the database is slower than what is announced. */
  get looking() {
    return this.#looking;
  }

  /** How many streams were refused because their member had enough. */
  get turnedAway() {
    return this.#turnedAway;
  }

  hasRoomFor(memberId: string) {
    const has = !this.#closed && (this.#streams.get(memberId) ?? 0) < mostOfOneMember;
    if (!has) this.#turnedAway += 1;
    return has;
  }

  async whileLooking<Found>(look: () => Promise<Found>): Promise<Found> {
    this.#looking += 1;
    try {
      return await look();
    } finally {
      this.#looking -= 1;
    }
  }

  /** Calls `look` whenever one of the topics may have moved, and at the end; returns how to leave. */
  follow(memberId: string, topics: readonly Topic[], look: Look): () => void {
    this.#streams.set(memberId, (this.#streams.get(memberId) ?? 0) + 1);
    for (const topic of topics) {
      this.#followers.set(topic, (this.#followers.get(topic) ?? new Set()).add(look));
    }
    return () => {
      for (const topic of topics) {
        const rest = this.#followers.get(topic);
        rest?.delete(look);
        if (rest?.size === 0) this.#followers.delete(topic);
      }
      const left = (this.#streams.get(memberId) ?? 1) - 1;
      if (left > 0) this.#streams.set(memberId, left);
      else this.#streams.delete(memberId);
    };
  }

  close() {
    this.#closed = true;
    this.#wakeAll();
  }

  #wakeAll() {
    for (const looks of [...this.#followers.values()]) for (const look of [...looks]) look(null);
  }
}
