import { now } from "~/clock.server";
import { listEntered } from "~/domain/floor/entered.server";
import { findRoom } from "~/domain/floor/room.server";
import { type RoomNews, sharedFloor } from "~/domain/floor/room-news";
import type { Member } from "~/domain/members/viewer";
import type { Db } from "~db/client.server";
import { secretKeys } from "../secret-keys.server";
import type { LiveEvent } from "./live-stream.server";

/** Whoever missed more than this asks for themselves. */
const mostKept = 64;

type Step = { from: number; to: number; contributions: RoomNews["contributions"] };
type State = { revision: number; floor: RoomNews["floor"]; entered: Set<string> };

/** What moved in one room, read once for everybody who listens to it in this process (decision 431). */
class RoomReading {
  #listening = new Map<string, number>();
  #steps: Step[] = [];
  #next: Promise<State | undefined> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #events = new Map<number, LiveEvent[]>();

  constructor(
    readonly db: Db,
    readonly id: string,
  ) {}

  get isEmpty() {
    return this.#listening.size === 0;
  }

  enter(memberId: string) {
    this.#listening.set(memberId, (this.#listening.get(memberId) ?? 0) + 1);
  }

  leave(memberId: string) {
    const left = (this.#listening.get(memberId) ?? 1) - 1;
    if (left > 0) this.#listening.set(memberId, left);
    else this.#listening.delete(memberId);
  }

  async newsFor(member: Member, last: number): Promise<LiveEvent[] | undefined> {
    const state = await this.#read(member, last);
    if (!state?.entered.has(member.memberId)) return undefined;
    const { revision, floor } = state;
    if (last === revision) return [];
    const first = this.#steps[0];
    if (last > revision || !first || last < first.from) return undefined;
    const known = this.#events.get(last);
    if (known) return known;
    const said = new Map<string, RoomNews["contributions"][number]>();
    for (const { to, contributions } of this.#steps)
      if (to > last) for (const one of contributions) said.set(one.id, one);
    const body: RoomNews = {
      revision,
      contributions: [...said.values()].sort((a, b) => a.position - b.position),
      floor,
    };
    const events = [{ id: String(revision), name: "room", body }];
    this.#events.set(last, events);
    return events;
  }

  /** Joins a read that begins from now on: one that has begun may have missed what the asker heard of. */
  #read(asker: Member, last: number) {
    this.#next ??= this.#running.then(async () => {
      // All that one announcement rang asks within this turn of the loop.
      await new Promise(setImmediate);
      this.#next = undefined;
      const reading = this.#readNow(asker, last);
      this.#running = reading.catch(() => {});
      return reading;
    });
    return this.#next;
  }

  async #readNow(asker: Member, last: number): Promise<State | undefined> {
    const from = this.#steps.at(-1)?.to ?? last;
    const found = await findRoom(this.db, asker, {
      id: this.id,
      after: from,
      keys: await secretKeys(),
      at: now(),
    });
    if (!found) return undefined;
    const { revision, contributions, floor } = found;
    if (revision > from) this.#steps.push({ from, to: revision, contributions });
    while (this.#steps.length > mostKept) this.#steps.shift();
    this.#events.clear();
    // After the read: whoever lost their seat before something was said is not told of it.
    const entered = new Set(
      await listEntered(this.db, asker, { id: this.id, whom: [...this.#listening.keys()] }),
    );
    return { revision, floor: sharedFloor(floor), entered };
  }
}

const readings = new Map<string, RoomReading>();

/** The reading of a room for one stream of this member, for as long as it is open. */
export function joinRoom(db: Db, id: string, memberId: string) {
  const reading = readings.get(id) ?? new RoomReading(db, id);
  readings.set(id, reading);
  reading.enter(memberId);
  return {
    newsFor: (member: Member, last: number) => reading.newsFor(member, last),
    leave() {
      reading.leave(memberId);
      if (reading.isEmpty && readings.get(id) === reading) readings.delete(id);
    },
  };
}
