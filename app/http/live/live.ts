import type { Ear } from "~db/hearing.server";

/** What may move: a kind of thing and its id, as db/policies/live.sql announces it. */
export type Topic = `${"draft" | "session" | "member" | "organisation"}:${string}`;

/** So many streams of one member and process: browsers open six connections to a host, and pages need some. */
const mostOfOneMember = 4;

/** Hands what this process hears of to whoever follows it here. */
export class Live {
  #followers = new Map<string, Set<() => void>>();
  #streams = new Map<string, number>();
  #closed = false;

  readonly ear: Ear = {
    heard: (topic) => {
      for (const look of this.#followers.get(topic) ?? []) look();
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

  hasRoomFor = (memberId: string) => !this.#closed && (this.#streams.get(memberId) ?? 0) < mostOfOneMember;

  /** Calls `look` whenever one of the topics may have moved, and at the end; returns how to leave. */
  follow(memberId: string, topics: readonly Topic[], look: () => void): () => void {
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
    for (const looks of [...this.#followers.values()]) for (const look of [...looks]) look();
  }
}
