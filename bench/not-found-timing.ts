import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { paths } from "~/paths";
import { openEmbedded } from "~db/embedded/open-embedded.server";
import { type Emit, p95 } from "./measurement";
import { median, shareLonger } from "./pairs";
import { type RunningServer, startServer } from "./running-server";
import { numbersFrom } from "./search-corpus";
import { sessionOf } from "./signed-in";

const tries = 1000;

type Thing = { name: string; hidden: string; path(id: string): string };

/**
 * Whether the time of an answer tells that something is there which the asker may not know of: the same address with its id and
 * with ids of nothing, in an order drawn by lot, and another id of nothing, which says how far two equal things lie apart.
 */
export async function run(emit: Emit) {
  const server = await startServer();
  const database = await openEmbedded({ dataDir: server.dataDir, alone: false, onProgress: () => {} });
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const cookie = await sessionOf(server.origin, "outsider");
    const token = await tokenOf(server.origin, "outsider");
    const [round] = await owner<{ id: string }[]>`select id from rounds where opened_at is not null limit 1`;
    const [room] = await owner<{ id: string }[]>`select id from roundtables limit 1`;
    const things: Thing[] = [
      ...(round ? [{ name: "round", hidden: round.id, path: (id: string) => `/api/v1/rounds/${id}` }] : []),
      ...(round
        ? [{ name: "round-page", hidden: round.id, path: (id: string) => `${paths.rounds("es")}/${id}` }]
        : []),
      ...(room ? [{ name: "room", hidden: room.id, path: (id: string) => `/api/v1/roundtables/${id}` }] : []),
      ...(room
        ? [{ name: "room-page", hidden: room.id, path: (id: string) => paths.roundtable("es", id) }]
        : []),
    ];
    for (const thing of things) {
      const isOperation = thing.path("").startsWith("/api/");
      await measure(server, isOperation ? { authorization: `Bearer ${token}` } : { cookie }, thing, emit);
    }
  } finally {
    await owner.end();
    await database.close();
    await server.stop();
  }
}

async function measure({ origin }: RunningServer, headers: Record<string, string>, thing: Thing, emit: Emit) {
  const random = numbersFrom(tries);
  const times = { hidden: [] as number[], nothing: [] as number[], again: [] as number[] };
  for (let n = -20; n < tries; n += 1) {
    const order = (["hidden", "nothing", "again"] as const)
      .map((side) => ({ side, lot: random() }))
      .sort((a, b) => a.lot - b.lot);
    for (const { side } of order) {
      const begun = performance.now();
      const answer = await fetch(origin + thing.path(side === "hidden" ? thing.hidden : randomUUID()), {
        headers,
      });
      await answer.arrayBuffer();
      const taken = performance.now() - begun;
      if (answer.status !== 404) throw new Error(`${thing.name}: ${answer.status}`);
      // The first ones find nothing warm.
      if (n >= 0) times[side].push(taken);
    }
  }
  const [value, floor] = [median(times.hidden), median(times.nothing)];
  emit({
    name: `not-found-timing.${thing.name}`,
    value: Number(value.toFixed(2)),
    unit: "ms",
    floor: Number(floor.toFixed(2)),
    ratio: Number((floor / value).toFixed(4)),
    notes: `what is hidden, and what does not exist; p50 of ${tries} tries of each, in turns drawn by lot; p95 ${p95(times.hidden).toFixed(2)} and ${p95(times.nothing).toFixed(2)} ms; the hidden one took longer in ${shareLonger(times.hidden, times.nothing)} of 100 pairs, one of nothing longer than another in ${shareLonger(times.again, times.nothing)} (50 tells nothing)`,
  });
}

async function tokenOf(origin: string, persona: string): Promise<string> {
  const answer = await fetch(`${origin}/demo/token`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin },
    body: new URLSearchParams({ persona }),
  });
  const { token } = await answer.json();
  return token;
}
