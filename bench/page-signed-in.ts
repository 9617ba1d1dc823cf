import { findAdvisory } from "~/domain/advisories/advisories.server";
import { findDemoMember } from "~/domain/members/demo-people.server";
import { connect } from "~db/client.server";
import { openEmbedded } from "~db/embedded/open-embedded.server";
import { arrivals } from "./arrivals";
import { type Emit, p95 } from "./measurement";
import { startServer } from "./running-server";
import { sessionOf } from "./signed-in";

const number = "FIN-2026-A011";
const persona = "banco-del-bravo-officer";
const readers = ["banco-del-bravo", "banco-meseta", "rio-grande-bank", "gulf-plains-bank"].flatMap(
  (house) => [`${house}-officer`, `${house}-analyst`],
);

/** An advisory page for a signed-in member at 50 requests per second, against the page's bare query by itself. */
export async function run(emit: Emit) {
  const server = await startServer();
  const url = `${server.origin}/es/advisories/${number}`;
  const database = await openEmbedded({ dataDir: server.dataDir, alone: false, onProgress: () => {} });
  const pool = connect(database.webUrl, { max: 4 });
  try {
    // As browsers ask: the page is compressed for each reader anew.
    const headers = { "accept-encoding": "gzip, br" };
    const askers: { cookie: string }[] = [];
    for (const one of readers) askers.push({ cookie: await sessionOf(server.origin, one) });
    const reader = await findDemoMember(pool.db, persona);
    if (!reader) throw new Error(`the demo has no ${persona}`);
    const asking = { askers: askers.map((asker) => ({ ...headers, ...asker })), perSecond: 50 };
    await arrivals({ ...asking, url: () => url, seconds: 5 });
    const page = await arrivals({ ...asking, url: () => url, seconds: 20 });
    // A question that the page does not know makes another page of it, never rendered before.
    const anew = await arrivals({ ...asking, url: (n) => `${url}?never=${n}`, perSecond: 10, seconds: 10 });
    const times: number[] = [];
    for (let i = 0; i < 300; i += 1) {
      const begun = performance.now();
      await findAdvisory(pool.db, reader, number);
      times.push(performance.now() - begun);
    }
    const floor = p95(times);
    emit({
      name: "page-signed-in.p95",
      value: page.p95Ms,
      unit: "ms",
      floor: Number(floor.toFixed(2)),
      ratio: Number((floor / page.p95Ms).toFixed(3)),
      notes: `${page.requests} requests in 20 s, coming independently at 50 a second; p50 ${page.p50Ms} ms; ${readers.length} members of four institutions in turn, whose page was rendered before (decision 190); rendered anew each time, at 10 requests/s: ${anew.p95Ms} ms, p50 ${anew.p50Ms} ms; floor: the same reader's bare reads of that advisory, p95 of 300 in a row`,
    });
  } finally {
    await pool.close();
    await database.close();
    await server.stop();
  }
}
