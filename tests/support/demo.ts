import postgres from "postgres";
import { inject } from "vitest";
import { openSecretKeys } from "~/domain/auth/secret-key.server";
import { connect } from "~db/client.server";
import { copyOf, ownerUrlOf, type World } from "./world";

/** Makes the demo's invitations; a process that is to open them is started with it as RIBERA_SECRET_KEY. */
export const demoSecret = Buffer.alloc(32, "demo").toString("base64");

/** A database of one's own with the demo in it, loaded once in a run and copied. Ask for one per test file. */
export async function demoDatabase(): Promise<World> {
  const template = `${inject("template")}_demo`;
  const admin = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
  try {
    // Whoever comes first loads it, in another process too; the others wait here.
    await admin`select pg_advisory_lock(hashtext(${template}))`;
    const [there] = await admin`select from pg_database where datname = ${template}`;
    if (!there) await makeTemplate(admin, template);
  } finally {
    await admin.end();
  }
  return copyOf(template);
}

async function makeTemplate(admin: postgres.Sql, template: string) {
  const unfinished = `${template}_unfinished`;
  await admin.unsafe(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await admin.unsafe(`CREATE DATABASE ${unfinished} TEMPLATE ${inject("template")} STRATEGY FILE_COPY`);
  // Read where they are needed: the acts of the whole application are behind them.
  const { loadDemo } = await import("~/demo/load-demo.server");
  const { loadTechniques } = await import("~db/reference/load-techniques.server");
  const keys = await openSecretKeys({ dataDir: "", secret: demoSecret });
  const owner = connect(ownerUrlOf(unfinished), { max: 1 });
  try {
    await loadTechniques(owner.db);
    await loadDemo(owner.db, { at: new Date(), keys, onProgress: () => {} });
  } finally {
    await owner.close();
  }
  await admin.unsafe(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
}
