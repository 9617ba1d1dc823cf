import { load } from "./load";
import type { Emit } from "./measurement";
import { startServer } from "./running-server";
import { sessionOf } from "./signed-in";

/** The server process's resident memory: at rest, after a mixed load, and after the same load again. */
export async function run(emit: Emit) {
  const server = await startServer();
  try {
    const idle = await server.residentMb();
    const cookie = await sessionOf(server.origin, "banco-del-bravo-officer");
    const turn = async () => {
      await load({ url: `${server.origin}/es/advisories/FIN-2026-A011`, connections: 32, seconds: 5 });
      await load({
        url: `${server.origin}/es/advisories/FIN-2026-A011`,
        connections: 16,
        seconds: 10,
        headers: { cookie },
      });
      await load({
        url: `${server.origin}/en/advisories?q=money+laundering`,
        connections: 16,
        seconds: 10,
        headers: { cookie },
      });
      return server.residentMb();
    };
    const first = await turn();
    const second = await turn();
    const line = (name: string, value: number, floor: number, notes: string) =>
      emit({
        name,
        value: Math.round(value),
        unit: "MB",
        floor: Math.round(floor),
        ratio: Number((floor / value).toFixed(3)),
        notes,
      });
    line(
      "memory.idle",
      idle,
      idle,
      "resident memory of the server process after start; PostgreSQL runs beside it",
    );
    line(
      "memory.after-load",
      second,
      idle,
      `after two turns of the same mixed load; after the first: ${Math.round(first)} MB`,
    );
  } finally {
    await server.stop();
  }
}
