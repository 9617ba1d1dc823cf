import { chmod, mkdtemp, readdir, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";

declare module "vitest" {
  interface ProvidedContext {
    /** The owner's address on the server of this run; its database is only there to make others from. */
    ownerUrl: string;
    webPassword: string;
    template: string;
  }
}

/** One PostgreSQL for the run (TEST_DATABASE_URL, else an embedded one) and in it one migrated database to copy. */
export default async function setup(project: TestProject) {
  const folder = await aFolderOfThisRun();
  // Workers, and what they start, keep here what they would keep in the system's folder.
  process.env.TMPDIR = folder;
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startTemporary(folder);

  const { webPassword } = webAddress(server.url);
  const template = `ribera_template_${process.pid}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE ${template}`);
  await migrate(withDatabase(server.url, template), { webPassword });

  project.provide("ownerUrl", server.url);
  project.provide("webPassword", webPassword);
  project.provide("template", template);

  return async () => {
    const left = await admin<{ name: string }[]>`
      select datname as name from pg_database where datname = ${template} or starts_with(datname, ${`${template}_`})`;
    for (const { name } of left) await admin.unsafe(`DROP DATABASE "${name}" WITH (FORCE)`);
    await admin.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

const memory = "/dev/shm";
const enough = 4 * 2 ** 30;

/** In memory where there is plenty: every file's database is some 1,500 files that live for seconds (decision 505). */
async function aFolderOfThisRun() {
  const { bavail, bsize } = await statfs(memory).catch(() => ({ bavail: 0, bsize: 0 }));
  const isPlenty = Math.min(bavail * bsize, process.availableMemory()) > enough;
  const place = isPlenty ? memory : tmpdir();
  for (const name of await readdir(place)) {
    const [, maker] = /^ribera-test-(\d+)-/.exec(name) ?? [];
    // What a run that was killed could not take with it.
    if (maker && !isRunning(Number(maker))) await rm(join(place, name), { recursive: true, force: true });
  }
  const folder = await mkdtemp(join(place, `ribera-test-${process.pid}-`));
  await chmod(folder, 0o711);
  return folder;
}

function isRunning(id: number) {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

async function startTemporary(folder: string) {
  const cluster = await startCluster({
    folder: join(folder, "postgres"),
    password: "owner-password-of-a-test-run",
    port: await freePort(),
    durable: false,
    onProgress: () => {},
  });
  return {
    url: ownerUrl(cluster.port, "owner-password-of-a-test-run", "postgres"),
    stop: () => cluster.stop(),
  };
}

function withDatabase(url: string, database: string) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
