import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { aToken } from "../tests/support/program";
import { aSession } from "../tests/support/session";
import { type Emit, p95 } from "./measurement";
import { openRoomStore } from "./room-store";
import { startServer } from "./running-server";

const seats = 300;
const perSecond = 5;
const seconds = 20;
/** Each more than the one before, until the 95th of a hundred waits longer than this. */
const levels = [300, 600, 900, 1200];
const patienceMs = 300;

type Store = Awaited<ReturnType<typeof openRoomStore>>;

/** One open page: what it heard, and how late. */
class Listener {
  heard = new Map<string, number>();
  doubles = 0;
  bytes = 0;
  last = "";
  #leaving: AbortController | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(
    readonly url: string,
    readonly cookie: string,
    readonly sent: Map<string, number>,
  ) {}

  async open() {
    const leaving = new AbortController();
    this.#leaving = leaving;
    const answer = await fetch(this.url, {
      headers: { cookie: this.cookie, ...(this.last ? { "Last-Event-ID": this.last } : {}) },
      signal: leaving.signal,
    });
    if (answer.status !== 200 || !answer.body) throw new Error(`a stream answered ${answer.status}`);
    this.#running = this.#follow(answer.body).catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });
  }

  async #follow(body: ReadableStream<Uint8Array>) {
    const decoder = new TextDecoder();
    let text = "";
    const reader = body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      this.bytes += read.value.byteLength;
      text += decoder.decode(read.value, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) this.#take(event);
    }
  }

  #take(event: string) {
    const at = performance.now();
    const field = (name: string) => event.match(new RegExp(`^${name}: ?(.*)$`, "m"))?.[1];
    if (field("event") !== "room") return;
    this.last = field("id") ?? this.last;
    for (const [, id = ""] of (field("data") ?? "").matchAll(/"id":"([0-9a-f-]{36})","kind":"words"/g)) {
      if (this.heard.has(id)) this.doubles += 1;
      else this.heard.set(id, at - (this.sent.get(id) ?? at));
    }
  }

  async again() {
    await this.close();
    await this.open();
  }

  async close() {
    this.#leaving?.abort();
    await this.#running;
  }
}

/** A session listened to over two processes of one database, while its people speak; floor: a bare row and its announcement. */
export async function run(emit: Emit) {
  const store = await openRoomStore();
  const servers = [
    await startServer({ environment: store.environment }),
    await startServer({ environment: store.environment }),
  ];
  try {
    const people = await store.seat(seats);
    const cookies: string[] = [];
    const enter = async (memberIds: string[]) => {
      for (const memberId of memberIds) cookies.push((await aSession(store.world, { memberId })).cookie);
    };
    await enter(people);
    const tokens: string[] = [];
    for (const memberId of people.slice(0, 100))
      tokens.push(await aToken(store.world, { ...store.room.one, memberId }));
    const floor = await bare(store);
    const origins = servers.map(({ origin }) => origin);
    const memory = async () =>
      (await Promise.all(servers.map((server) => server.residentMb()))).reduce((sum, mb) => sum + mb, 0);
    let most = 0;
    for (const listeners of levels) {
      // Each listener is a person of their own: one member has few streams.
      if (listeners > cookies.length) await enter(await store.seat(listeners - cookies.length, listeners));
      const before = await memory();
      const level = await listen(store, { origins, cookies, tokens, listeners, memory });
      const { late, lost, doubles, bytes } = level;
      const sorted = [...late].sort((one, other) => one - other);
      const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
      console.error(
        `room-live: ${listeners} listeners, p95 ${Math.round(at(0.95))} ms, ${lost} lost, ${doubles} twice`,
      );
      if (listeners === seats) {
        const held = ((level.memoryMb - before) * 1024) / listeners;
        for (const [name, share] of [
          ["p50", 0.5],
          ["p95", 0.95],
          ["p99", 0.99],
        ] as const) {
          emit({
            name: `room-live.${name}`,
            value: Math.round(at(share)),
            unit: "ms",
            floor: Number(floor[name].toFixed(1)),
            ratio: Number((floor[name] / at(share)).toPrecision(2)),
            notes: `from the post to the event at each of ${listeners} listeners over two processes, ${perSecond} contributions a second for ${seconds} s; a third of the listeners broke off and came back: ${lost} lost, ${doubles} twice; ${Math.round(bytes)} bytes a listener and contribution, ${Math.round(held)} kB of memory a listener; floor: a bare row inserted and announced, at a connection that listens`,
          });
        }
      }
      if (lost > 0 || doubles > 0 || at(0.95) >= patienceMs) break;
      most = listeners;
    }
    emit({
      name: "room-live.listeners",
      value: most,
      unit: "listeners",
      floor: levels.at(-1) ?? 0,
      ratio: Number((most / (levels.at(-1) ?? 1)).toPrecision(2)),
      notes: `the most of ${levels.join(", ")} whose p95 stays under ${patienceMs} ms with nothing lost or twice; the listeners share the machine with both processes and the database; floor: the most that was tried`,
    });
  } finally {
    for (const server of servers) await server.stop();
    await store.close();
  }
}

type Level = {
  origins: string[];
  cookies: string[];
  tokens: string[];
  listeners: number;
  /** Of both processes, in MB. */
  memory(): Promise<number>;
};

async function listen(
  { world, roundtableId }: Store,
  { origins, cookies, tokens, listeners, memory }: Level,
) {
  const sent = new Map<string, number>();
  const [row] = await world.owner<
    { revision: number }[]
  >`select revision from room_floors where roundtable_id = ${roundtableId}`;
  const pages = Array.from({ length: listeners }, (_, n) => {
    const url = `${origins[n % origins.length]}/es/roundtables/${roundtableId}/events?after=${row?.revision ?? 0}`;
    return new Listener(url, cookies[n] ?? "", sent);
  });
  for (let n = 0; n < pages.length; n += 25)
    await Promise.all(pages.slice(n, n + 25).map((page) => page.open()));
  await pause(500);
  for (const page of pages) page.bytes = 0;
  const posted: Promise<void>[] = [];
  const leaving: Promise<void>[] = [];
  const gone = new Set<Listener>();
  const total = perSecond * seconds;
  for (let n = 0; n < total; n += 1) {
    posted.push(post(n));
    // Those who break off hear late what was said meanwhile: they count for loss and doubles, not for the delay.
    for (const page of pages.filter((_, i) => i % 3 === 0 && i % total === n)) {
      gone.add(page);
      leaving.push(page.again());
    }
    await pause(1000 / perSecond);
  }
  await Promise.all([...posted, ...leaving]);
  await pause(2000);
  const memoryMb = await memory();
  const late = pages.filter((page) => !gone.has(page)).flatMap((page) => [...page.heard.values()]);
  const result = {
    late,
    lost: pages.reduce((sum, page) => sum + (total - page.heard.size), 0),
    doubles: pages.reduce((sum, page) => sum + page.doubles, 0),
    bytes: pages.reduce((sum, page) => sum + page.bytes, 0) / pages.length / total,
    memoryMb,
  };
  await Promise.all(pages.map((page) => page.close()));
  return result;

  async function post(n: number) {
    const id = randomUUID();
    sent.set(id, performance.now());
    const answer = await fetch(
      `${origins[n % origins.length]}/api/v1/roundtables/${roundtableId}/contributions/${id}`,
      {
        method: "PUT",
        headers: { Authorization: `Bearer ${tokens[n % tokens.length]}`, "Content-Type": "application/json" },
        body: JSON.stringify({
          kind: "words",
          item: 0,
          parentId: null,
          mode: "unattributed",
          text: `${n}. Se observa en ventanilla.`,
          language: "es",
        }),
      },
    );
    if (answer.status !== 200) throw new Error(`a contribution answered ${answer.status}`);
  }
}

async function bare({ world: { owner } }: Store) {
  await owner`create table bare_words (id uuid primary key, words bytea)`;
  const heard = new Map<string, () => void>();
  await owner.listen("bare_words", (id) => heard.get(id)?.());
  const taken: number[] = [];
  for (let n = -20; n < 300; n += 1) {
    const id = randomUUID();
    const begun = performance.now();
    const arrived = new Promise<void>((resolve) => heard.set(id, resolve));
    await owner.begin(async (tx) => {
      await tx`insert into bare_words values (${id}, ${Buffer.alloc(300)})`;
      await tx`select pg_notify('bare_words', ${id})`;
    });
    await arrived;
    if (n >= 0) taken.push(performance.now() - begun);
  }
  const sorted = taken.sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: p95(taken), p99: at(0.99) };
}
