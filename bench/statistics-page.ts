import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import postgres from "postgres";
import { findDemoMember } from "~/domain/members/demo-people.server";
import { countedQuestions } from "~/domain/rounds/questions";
import { paths } from "~/paths";
import { connect } from "~db/client.server";
import { openEmbedded } from "~db/embedded/open-embedded.server";
import { arrivals } from "./arrivals";
import { type Emit, p95 } from "./measurement";
import { startServer } from "./running-server";
import { sessionOf } from "./signed-in";
import { fillStatistics, measuredRound } from "./statistics-store";

const readers = ["banco-del-bravo", "banco-meseta", "rio-grande-bank", "gulf-plains-bank"].flatMap(
  (house) => [`${house}-officer`, `${house}-analyst`],
);
const questions = countedQuestions.flatMap(({ key, about }) => (about === "red-flag" ? [key] : []));

/** The statistics of a round with a million answers behind them, for signed-in members, against one indexed read of the same store. */
export async function run(emit: Emit, { keep }: { keep?: string | undefined }) {
  const parent = keep ? resolve(keep) : await mkdtemp(join(tmpdir(), "ribera-bench-statistics-"));
  const dataDir = join(parent, "statistics");
  const filled = join(dataDir, "filled");
  // A filling that was broken off left something that nobody wants measured.
  if (!existsSync(filled)) await rm(dataDir, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  const server = await startServer({ dataDir });
  const database = await openEmbedded({ dataDir, alone: false, onProgress: () => {} });
  const owner = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
  const pool = connect(database.webUrl, { max: 2 });
  try {
    if (!existsSync(filled)) {
      const publisher = await findDemoMember(pool.db, "fincen-publisher");
      if (!publisher) throw new Error("the demo has no publisher");
      const onProgress = (line: string) => console.error(line);
      await fillStatistics({ db: pool.db, owner, by: publisher, onProgress });
      await writeFile(filled, "");
    }
    const round = await measuredRound(owner);
    const address = server.origin + paths.release("es", round.id);
    const flagAddress = server.origin + paths.releaseFlag("es", round.id, round.redFlag);

    // As browsers ask: the page is compressed for each reader anew.
    const headers = { "accept-encoding": "gzip, br" };
    const askers: Record<string, string>[] = [];
    for (const one of readers) askers.push({ ...headers, cookie: await sessionOf(server.origin, one) });
    const comparing = (n: number) => `${address}?question=${questions[n % questions.length]}`;
    const url = (n: number) => (n % 2 === 0 ? comparing(n >> 1) : flagAddress);
    // Until each page is rendered once for each kind of reader, and the code that runs is compiled.
    await arrivals({ askers, url, perSecond: 30, seconds: 20 });
    const page = await arrivals({ askers, url, perSecond: 50, seconds: 20 });
    // A question that the page does not know makes another page of it, never rendered before.
    const anew = await arrivals({
      askers,
      url: (n) => (n % 2 === 0 ? `${comparing(n >> 1)}&never=${n}` : `${flagAddress}?never=${n}`),
      perSecond: 5,
      seconds: 12,
    });
    const times: number[] = [];
    for (let i = 0; i < 300; i += 1) {
      const begun = performance.now();
      await owner`select tables from release_tables where round_id = ${round.id} and row = ${i % 61}`;
      times.push(performance.now() - begun);
    }
    const floor = p95(times);
    emit({
      name: "statistics-page.p95",
      value: page.p95Ms,
      unit: "ms",
      floor: Number(floor.toFixed(2)),
      ratio: Number((floor / page.p95Ms).toPrecision(2)),
      notes: `${round.answers} answers behind it, and four releases of 60 red flags; ${page.requests} requests in 20 s, coming independently at 50 a second, p50 ${page.p50Ms} ms; ${readers.length} members of four institutions in turn; every other one the round's page, by each of ${questions.length} questions in turn, every other one a red flag's; rendered before (decision 190), rendered anew each time at 5 requests/s: ${anew.p95Ms} ms, p50 ${anew.p50Ms} ms; floor: one row of figures read by its key, without asking who reads, p95 of 300 in a row`,
    });
  } finally {
    await pool.close();
    await owner.end();
    await database.close();
    await server.stop();
    if (!keep) await rm(parent, { recursive: true, force: true });
  }
}
