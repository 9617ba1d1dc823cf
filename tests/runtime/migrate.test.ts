import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { connect } from "~db/client.server";
import { migrate } from "~db/migrate.server";
import { openDatabase } from "~db/open.server";
import { isUnreachable } from "~db/unreachable.server";
import { webAddress } from "~db/web-role.server";

let admin: postgres.Sql;
const made: string[] = [];

beforeAll(() => {
  admin = postgres(inject("ownerUrl"), { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  for (const name of made) await admin.unsafe(`DROP DATABASE "${name}" WITH (FORCE)`);
  await admin.end();
});

async function anEmptyDatabase(options = "") {
  const name = `${inject("template")}_${randomUUID().slice(0, 8)}`;
  await admin.unsafe(`CREATE DATABASE "${name}" ${options}`);
  made.push(name);
  const url = new URL(inject("ownerUrl"));
  url.pathname = `/${name}`;
  return url.href;
}

async function ask<Row extends object>(url: string, query: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe<Row[]>(query))];
  } finally {
    await sql.end();
  }
}

const steps = "select hash from drizzle.__drizzle_migrations";

describe("migrating", () => {
  test("is done once though many processes start at the same time", async () => {
    const url = await anEmptyDatabase();
    const { webPassword } = webAddress(url);
    await Promise.all(Array.from({ length: 6 }, () => migrate(url, { webPassword })));
    const once = await ask<{ hash: string }>(url, steps);
    expect(new Set(once.map(({ hash }) => hash)).size).toBe(once.length);
    expect(await ask(url, "select 1 from audit_head")).toHaveLength(1);
  });

  test("says what it does the first time and nothing the second", async () => {
    const url = await anEmptyDatabase();
    const { webPassword } = webAddress(url);
    const said: string[] = [];
    await migrate(url, { webPassword, onProgress: (line) => said.push(line) });
    expect(said).toEqual([
      expect.stringContaining("Migrating"),
      expect.stringContaining("row-level security"),
    ]);
    said.length = 0;
    await migrate(url, { webPassword, onProgress: (line) => said.push(line) });
    expect(said).toEqual([]);
  });

  test("leaves nothing of itself behind when it fails half-way, and succeeds afterwards", async () => {
    const url = await anEmptyDatabase();
    const { webPassword } = webAddress(url);
    // A table that a later step wants to make: that step fails after the earlier ones went through.
    await ask(url, "create table organisations (stray int)");
    await expect(migrate(url, { webPassword })).rejects.toThrow();
    expect(await ask(url, "select tablename from pg_tables where schemaname = 'public'")).toEqual([
      { tablename: "organisations" },
    ]);
    await ask(url, "drop table organisations");
    await migrate(url, { webPassword });
    expect(await ask(url, "select 1 from audit_head")).toHaveLength(1);
  });

  test("takes back a grant and a policy that no file of ours names", async () => {
    const url = await anEmptyDatabase();
    const { webPassword } = webAddress(url);
    await migrate(url, { webPassword });
    await ask(url, "grant delete on members to ribera_web; create policy stray on members using (true)");
    await ask(url, "update drizzle.policies set hash = 'of an older version'");
    await migrate(url, { webPassword });
    expect(await ask(url, "select has_table_privilege('ribera_web', 'members', 'DELETE') as may")).toEqual([
      { may: false },
    ]);
    expect(await ask(url, "select 1 from pg_policies where policyname = 'stray'")).toEqual([]);
  });

  test("refuses a database that does not know Spanish letters", async () => {
    const url = await anEmptyDatabase(
      "TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE_PROVIDER libc LOCALE 'C'",
    );
    await expect(migrate(url, { webPassword: undefined })).rejects.toThrow(
      /Spanish letters.*CREATE DATABASE/s,
    );
  });
});

describe("opening the database of DATABASE_URL", () => {
  const where = (databaseUrl: string) => ({ databaseUrl, databaseWebUrl: undefined, dataDir: "/nowhere" });

  test("connects as the role that owns nothing, by a password derived from the owner's", async () => {
    const opened = await openDatabase(where(await anEmptyDatabase()));
    const [who] = await opened.pool.client`select current_user as name`;
    expect(who).toEqual({ name: "ribera_web" });
    await opened.close();
  });

  test("waits for a server that is down, says so, and gives up with a remedy", async () => {
    const said: string[] = [];
    const opening = openDatabase(where("postgres://owner:secret@127.0.0.1:1/ribera"), {
      patience: 700,
      onProgress: (line) => said.push(line),
    });
    await expect(opening).rejects.toThrow(/127.0.0.1:1 does not answer.*check DATABASE_URL/);
    expect(said).toEqual([expect.stringContaining("Waiting for the database at 127.0.0.1:1")]);
  });

  test("does not wait where waiting cannot help", async () => {
    const url = new URL(await anEmptyDatabase());
    url.password = "wrong";
    await expect(openDatabase(where(url.href))).rejects.toThrow(/refuses: password authentication failed/);
  });

  test("refuses to serve as the owner", async () => {
    const databaseUrl = await anEmptyDatabase();
    await expect(openDatabase({ ...where(databaseUrl), databaseWebUrl: databaseUrl })).rejects.toThrow(
      /must not connect as .*row-level security would not hold.*DATABASE_WEB_URL/s,
    );
  });

  test("tells a server that is away from a query that is wrong", async () => {
    const away = connect("postgres://owner:secret@127.0.0.1:1/ribera");
    expect(isUnreachable(await away.client`select 1`.catch((error: unknown) => error))).toBe(true);
    expect(isUnreachable(await admin`select nothing`.catch((error: unknown) => error))).toBe(false);
    await away.close();
  });
});
