import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, inject } from "vitest";
import { type Connection, connect } from "~db/client.server";
import { webRole } from "~db/migrate.server";

export type World = {
  /** As the web process sees it: the role that owns nothing. */
  db: Connection;
  /** As the owner of every table, whom no policy binds: to arrange and to look behind. */
  owner: postgres.Sql;
  webUrl: string;
  ownerUrl: string;
  close(): Promise<void>;
};

/** The database of the test file that calls this at its top: open before the first test, gone after the last. */
export function aWorld(open: () => Promise<World> = freshDatabase): World {
  let opened: World | undefined;
  const there = () => {
    if (!opened) throw new Error("the tests of this file have not begun");
    return opened;
  };
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened?.close());
  return {
    get db() {
      return there().db;
    },
    get owner() {
      return there().owner;
    },
    get webUrl() {
      return there().webUrl;
    },
    get ownerUrl() {
      return there().ownerUrl;
    },
    close: () => there().close(),
  };
}

/** A database of one's own, migrated and empty. Ask for one per test file; `close` drops it. */
export const freshDatabase = (): Promise<World> => copyOf(inject("template"));

/** A database of one's own, as `template` is. */
export async function copyOf(template: string): Promise<World> {
  const name = `${inject("template")}_${randomUUID().slice(0, 8)}`;
  const admin = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`CREATE DATABASE "${name}" TEMPLATE ${template} STRATEGY FILE_COPY`);
  // What `migrate` grants on a database stays with that one; a copy begins open to all.
  await admin.unsafe(`REVOKE ALL ON DATABASE "${name}" FROM PUBLIC`);
  await admin.unsafe(`GRANT CONNECT ON DATABASE "${name}" TO ${webRole}`);

  const ownerUrl = ownerUrlOf(name);
  const web = new URL(ownerUrl);
  web.username = webRole;
  web.password = inject("webPassword");
  const webUrl = web.href;

  const owner = postgres(ownerUrl, { max: 4, onnotice: () => {} });
  const pool = connect(webUrl, { max: 6 });
  return {
    db: pool.db,
    owner,
    webUrl,
    ownerUrl,
    close: async () => {
      await pool.close();
      await owner.end({ timeout: 3 });
      await admin.unsafe(`DROP DATABASE "${name}" WITH (FORCE)`);
      await admin.end();
    },
  };
}

export function ownerUrlOf(database: string) {
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${database}`;
  return url.href;
}
