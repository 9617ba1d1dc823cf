import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { chmod, mkdir, realpath, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { z } from "zod";
import { webRole } from "../migrate.server";
import { StartError } from "../start-error";
import { answers, type Cluster, endOrphan, freePort, ownerUrl, startCluster } from "./cluster.server";
import { holdFolder } from "./folder-lock.mjs";

const database = "ribera";

const keptShape = z.object({ port: z.int(), ownerPassword: z.string(), webPassword: z.string() });
type Kept = z.infer<typeof keptShape>;

export type Embedded = { ownerUrl: string; webUrl: string; webPassword: string; close(): Promise<void> };

type Options = {
  dataDir: string;
  /** True: be the only one on the folder, or refuse. False: join the server of a running Ribera if there is one. */
  alone: boolean;
  onProgress(line: string): void;
};

/** Opens the PostgreSQL of the data folder: made at first, found again later, rid of whatever a killed process left. */
export async function openEmbedded({ dataDir, alone, onProgress }: Options): Promise<Embedded> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const place = await realpath(dataDir);
  const folder = join(place, "postgres");

  const hold = await holdFolder(place);
  if (hold.heldBy !== undefined) {
    if (alone) throw inUse(place, hold.heldBy);
    return addresses(await runningServer(place, hold.heldBy), async () => {});
  }

  try {
    await endOrphan(folder, onProgress);
    const kept = await keptOf(place, folder);
    const start = (port: number) =>
      startCluster({ folder, password: kept.ownerPassword, port, durable: true, onProgress });
    const cluster = await start(kept.port);
    const running = { ...kept, port: cluster.port };
    if (cluster.port !== kept.port) await keep(place, running);
    await ensureDatabase(running);

    const tending = tend(cluster, () => start(cluster.port), onProgress);
    return addresses(running, async () => {
      await tending.stop();
      hold.release();
    });
  } catch (error) {
    hold.release();
    throw error;
  }
}

const addresses = ({ port, ownerPassword, webPassword }: Kept, close: () => Promise<void>): Embedded => ({
  ownerUrl: ownerUrl(port, ownerPassword, database),
  webUrl: `postgres://${webRole}:${webPassword}@127.0.0.1:${port}/${database}`,
  webPassword,
  close,
});

const inUse = (place: string, pid: number) =>
  new StartError(
    `Ribera already runs on the folder ${place}${pid ? ` (process ${pid})` : ""}. ` +
      "Stop that one first, or set RIBERA_DATA_DIR to another folder.",
  );

/** Starts the server again when it dies without being asked to; the pool opens its connections anew by itself. */
function tend(first: Cluster, start: () => Promise<Cluster>, onProgress: (line: string) => void) {
  let stopping = false;
  let cluster: Cluster | undefined = first;

  const watch = async () => {
    for (let wait = 200; !stopping; wait = Math.min(wait * 2, 5000)) {
      await cluster?.ended;
      cluster = undefined;
      if (stopping) return;
      onProgress("The embedded database has ended; starting it again");
      await pause(wait);
      cluster = await start().catch((error: unknown) => {
        onProgress(error instanceof Error ? error.message : String(error));
        return undefined;
      });
      if (cluster) wait = 100;
    }
  };
  const watched = watch();

  return {
    stop: async () => {
      stopping = true;
      await cluster?.stop();
      await watched;
      await cluster?.stop();
    },
  };
}

async function ensureDatabase({ port, ownerPassword }: Kept) {
  const sql = postgres(ownerUrl(port, ownerPassword, "postgres"), { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql.unsafe(`CREATE DATABASE ${database}`);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const keptFile = (place: string) => join(place, "postgres.json");

/** Port and passwords, made once. */
async function keptOf(place: string, folder: string): Promise<Kept> {
  if (existsSync(keptFile(place))) return readKept(place);
  if (existsSync(join(folder, "global", "pg_control"))) {
    throw new StartError(
      `${keptFile(place)} is missing; without it nobody can sign in to the database in ${folder}. ` +
        "Put it back from a backup, or move the folder away to begin anew.",
    );
  }
  const secret = () => randomBytes(24).toString("base64url");
  const kept = { port: await freePort(), ownerPassword: secret(), webPassword: secret() };
  await keep(place, kept);
  return kept;
}

function readKept(place: string): Kept {
  const read = keptShape.safeParse(JSON.parse(readFileSync(keptFile(place), "utf8")));
  if (read.success) return read.data;
  throw new StartError(`${keptFile(place)} is not what Ribera wrote. Put it back from a backup.`);
}

async function keep(place: string, kept: Kept) {
  const fresh = `${keptFile(place)}.new`;
  await writeFile(fresh, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  await chmod(fresh, 0o600);
  await rename(fresh, keptFile(place));
}

/** The server of the process that holds the folder, which may be starting it just now. */
async function runningServer(place: string, pid: number): Promise<Kept> {
  for (let i = 0; i < 60; i++) {
    if (existsSync(keptFile(place))) {
      const kept = readKept(place);
      if (await answers(ownerUrl(kept.port, kept.ownerPassword, database), 0)) return kept;
    }
    await pause(500);
  }
  throw new StartError(
    `Process ${pid} holds the folder ${place}, but its database does not answer. Stop it and try again.`,
  );
}
