import { chmod, mkdtemp, rm } from "node:fs/promises";
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
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startTemporary();

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
  };
}

async function startTemporary() {
  const parent = await mkdtemp(join(tmpdir(), "ribera-test-"));
  await chmod(parent, 0o711);
  const cluster = await startCluster({
    folder: join(parent, "postgres"),
    password: "owner-password-of-a-test-run",
    port: await freePort(),
    durable: false,
    onProgress: () => {},
  });
  return {
    url: ownerUrl(cluster.port, "owner-password-of-a-test-run", "postgres"),
    stop: async () => {
      await cluster.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

function withDatabase(url: string, database: string) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
