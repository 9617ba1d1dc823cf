import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "./load";
import type { Emit } from "./measurement";
import { startServer } from "./running-server";

const rounds = 7;
const page = "/es/advisories/FIN-2026-A011";
const encodings = { identity: "identity", gzip: "gzip", br: "br" };

/** An advisory page from the cache against bare node:http serving the same bytes with the same headers, in turns. */
export async function run(emit: Emit) {
  const server = await startServer();
  const folder = await mkdtemp(join(tmpdir(), "ribera-bare-"));
  try {
    for (const [name, encoding] of Object.entries(encodings)) {
      const headers = { "accept-encoding": encoding };
      await fetchRaw(server.origin + page, headers);
      const answer = await fetchRaw(server.origin + page, headers);
      const file = join(folder, name);
      await writeFile(file, answer.body);
      const bare = await startBare(answer.headers, file);
      const ours: number[] = [];
      const floor: number[] = [];
      const perSecond = async (origin: string) =>
        (await load({ url: origin + page, connections: 32, seconds: 2, headers })).perSecond;
      for (let round = 0; round < rounds; round += 1) {
        ours.push(await perSecond(server.origin));
        floor.push(await perSecond(bare.origin));
      }
      bare.stop();
      const pairs = ours.map((value, round) => value / (floor[round] ?? Number.NaN));
      emit({
        name: `public-page.${name}`,
        value: Math.round(median(ours)),
        unit: "requests/s",
        floor: Math.round(median(floor)),
        ratio: Number(median(pairs).toFixed(3)),
        notes: `${answer.body.length} bytes, 32 connections, medians of ${rounds} turns of 2 s each in pairs; the ratio is that of the middle pair, of ${Math.min(...pairs).toFixed(2)} to ${Math.max(...pairs).toFixed(2)}`,
      });
    }
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The bytes as they travel, not unpacked. */
function fetchRaw(url: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, string | string[]>; body: Buffer }>((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        const {
          date: _,
          connection: __,
          "keep-alive": ___,
          "transfer-encoding": ____,
          ...kept
        } = response.headers;
        resolve({ headers: JSON.parse(JSON.stringify(kept)), body: Buffer.concat(chunks) });
      });
    })
      .on("error", reject)
      .end();
  });
}

async function startBare(headers: Record<string, string | string[]>, file: string) {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, "bare-server.mjs"), JSON.stringify({ headers, file })],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (line) => resolve(String(line).trim())),
  );
  return { origin: `http://127.0.0.1:${port}`, stop: () => child.kill() };
}
