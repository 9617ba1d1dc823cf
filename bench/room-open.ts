import { randomUUID } from "node:crypto";
import { sayInRoom } from "~/domain/contributions/say-in-room.server";
import { SeatPace } from "~/domain/contributions/seat-pace";
import { findRoom } from "~/domain/floor/room.server";
import { value } from "../tests/support/desk";
import { aSession } from "../tests/support/session";
import { type Emit, p95 } from "./measurement";
import { openRoomStore } from "./room-store";
import { startServer } from "./running-server";

const many = 2000;
const times = 60;
const words =
  "En ventanilla se observan depósitos de varias personas en la misma cuenta el mismo día, y retiros en otra plaza antes de que cierre la semana.";

/** A session's page with two thousand contributions, opened by one person after the other's; floor: the bare query of its rows. */
export async function run(emit: Emit) {
  const store = await openRoomStore();
  const { world, room, roundtableId, keys } = store;
  const server = await startServer({ environment: store.environment });
  try {
    const writers = room.people;
    const pace = new SeatPace(many);
    for (let n = 0; n < many; n += writers.length) {
      await Promise.all(
        writers.map(async (by, i) => {
          const said = { kind: "words", item: 0, parentId: null, text: `${n + i}. ${words}` } as const;
          const mode = i % 2 === 0 ? "unattributed" : "organisation";
          value(
            await sayInRoom(world.db, {
              roundtableId,
              id: randomUUID(),
              ...said,
              mode,
              language: "es",
              pace,
              keys,
              by,
              at: new Date(),
            }),
          );
        }),
      );
      if (n % 200 === 0) console.error(`room-open: ${n} contributions`);
    }
    const { cookie } = await aSession(world, room.one);
    const page = async (query: string) => {
      const begun = performance.now();
      const answer = await fetch(`${server.origin}/es/roundtables/${roundtableId}/room${query}`, {
        headers: { cookie },
      });
      const text = await answer.text();
      if (answer.status !== 200 || !text.includes("ventanilla"))
        throw new Error(`the room answered ${answer.status}`);
      return { ms: performance.now() - begun, bytes: text.length };
    };
    const timed = async <Value>(work: () => Promise<Value>) => {
      const taken: number[] = [];
      for (let n = -5; n < times; n += 1) {
        const begun = performance.now();
        await work();
        if (n >= 0) taken.push(performance.now() - begun);
      }
      return p95(taken);
    };
    const opened = await timed(() => page(""));
    const whole = await timed(() => page("?all=1"));
    const read = await timed(() =>
      findRoom(world.db, room.one, { id: roundtableId, after: 0, keys, at: new Date() }),
    );
    const floor = await timed(
      () =>
        world.owner`select * from room_contributions where roundtable_id = ${roundtableId} order by position`,
    );
    emit({
      name: "room-open.p95",
      value: Math.round(opened),
      unit: "ms",
      floor: Number(floor.toFixed(1)),
      ratio: Number((floor / opened).toPrecision(2)),
      notes: `the page of a session with ${many} contributions of ${words.length} letters, its conversation decrypted, ${times} times in a row; all of them on one page: ${Math.round(whole)} ms, ${Math.round((await page("?all=1")).bytes / 1024)} kB; what it reads, without the page: ${Math.round(read)} ms; floor: the bare query of those rows`,
    });
  } finally {
    await server.stop();
    await store.close();
  }
}
