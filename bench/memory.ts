import { load } from "./load";
import type { Emit } from "./measurement";
import { startServer } from "./running-server";
import { sessionOf } from "./signed-in";

const turns = 5;
const number = "FIN-2026-A011";

/** The server process's resident memory: at rest, and after turns of one mixed load, the last against the one before. */
export async function run(emit: Emit) {
  const server = await startServer();
  try {
    const idle = await server.residentMb();
    const cookie = await sessionOf(server.origin, "banco-del-bravo-officer");
    const after: number[] = [];
    for (let i = 0; i < turns; i += 1) {
      await turn(server.origin, cookie);
      after.push(await server.residentMb());
    }
    const [last = Number.NaN, before = Number.NaN] = [...after].reverse();
    const line = (name: string, value: number, notes: string) =>
      emit({
        name,
        value: Math.round(value),
        unit: "MB",
        floor: Math.round(idle),
        ratio: Number((idle / value).toFixed(3)),
        notes,
      });
    line("memory.idle", idle, "resident memory of the server process after start; PostgreSQL runs beside it");
    line(
      "memory.after-load",
      last,
      `after ${turns} turns of the same mixed load, each public page, signed-in page and search; after each: ${after.map(Math.round).join(", ")} MB; the last is ${(last / before).toFixed(2)} of the one before`,
    );
  } finally {
    await server.stop();
  }
}

async function turn(origin: string, cookie: string) {
  await load({ url: `${origin}/es/advisories/${number}`, connections: 32, seconds: 5 });
  await load({
    url: `${origin}/es/advisories/${number}`,
    connections: 16,
    seconds: 10,
    headers: { cookie, "accept-encoding": "gzip, br" },
  });
  await load({
    url: `${origin}/en/advisories?q=money+laundering`,
    connections: 16,
    seconds: 10,
    headers: { cookie, "accept-encoding": "gzip, br" },
  });
}
