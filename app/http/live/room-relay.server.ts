import { now } from "~/clock.server";
import { listEntered } from "~/domain/floor/entered.server";
import { type FoundRoom, findRoom } from "~/domain/floor/room.server";
import { type RoomNews, sharedFloor } from "~/domain/floor/room-news";
import type { Member } from "~/domain/members/viewer";
import { asReader, type Connection } from "~db/client.server";
import { secretKeys } from "../secret-keys.server";
import type { LiveEvent } from "./live-stream.server";

/** Whoever missed more than this asks for themselves. */
const mostKept = 64;

type Step = { from: number; to: number } & Pick<FoundRoom, "contributions" | "lastMoved">;
/** `standing`: the floor in one string; it can move without a revision, by the clock, with who is here, and with the session's end. */
type State = { revision: number; floor: RoomNews["floor"]; standing: string; entered: Set<string> };
type Seen = { revision: number; standing: string };

/** What moved in one room, read once for everybody who listens to it in this process (decision 431). */
class RoomReading {
  #listening = new Map<string, number>();
  #steps: Step[] = [];
  #next: Promise<State | undefined> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #events = new Map<number, LiveEvent[]>();

  constructor(
    readonly db: Connection,
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

  /** What came after what a stream has sent; undefined where that cannot be told, or not to this member. */
  async newsFor(member: Member, seen: Seen): Promise<{ events: LiveEvent[]; standing: string } | undefined> {
    const last = seen.revision;
    const state = await this.#read(member, last);
    if (!state?.entered.has(member.memberId)) return undefined;
    const { revision, floor, standing } = state;
    if (last === revision && seen.standing === standing) return { events: [], standing };
    const first = this.#steps[0];
    if (last > revision || (last < revision && (!first || last < first.from))) return undefined;
    const known = this.#events.get(last);
    if (known) return { events: known, standing };
    const said = new Map<string, RoomNews["contributions"][number]>();
    for (const { to, contributions, lastMoved } of this.#steps)
      if (to > last)
        for (const one of contributions) if ((lastMoved.get(one.id) ?? to) > last) said.set(one.id, one);
    const body: RoomNews = {
      revision,
      contributions: [...said.values()].sort((a, b) => a.position - b.position),
      floor,
    };
    const events = [{ id: String(revision), name: "room", body }];
    this.#events.set(last, events);
    return { events, standing };
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
    const wanted = { id: this.id, after: from, keys: await secretKeys(), at: now() };
    const read = await asReader(this.db, asker, async (db) => {
      const found = await findRoom(db, asker, wanted);
      // After the room: whoever lost their seat before something was said is not told of it.
      const whom = [...this.#listening.keys()];
      return found && { found, entered: new Set(await listEntered(db, asker, { id: this.id, whom })) };
    });
    if (!read) return undefined;
    const { found, entered } = read;
    const { revision, contributions, lastMoved, floor } = found;
    if (revision > from) this.#steps.push({ from, to: revision, contributions, lastMoved });
    while (this.#steps.length > mostKept) this.#steps.shift();
    this.#events.clear();
    const shared = sharedFloor(floor);
    return { revision, floor: shared, standing: JSON.stringify(shared), entered };
  }
}

const readings = new Map<string, RoomReading>();

/** The reading of a room for one stream of this member, for as long as it is open. */
export function joinRoom(db: Connection, id: string, memberId: string) {
  const reading = readings.get(id) ?? new RoomReading(db, id);
  readings.set(id, reading);
  reading.enter(memberId);
  return {
    newsFor: (member: Member, seen: Seen) => reading.newsFor(member, seen),
    leave() {
      reading.leave(memberId);
      if (reading.isEmpty && readings.get(id) === reading) readings.delete(id);
    },
  };
}
