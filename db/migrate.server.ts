import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as runMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { projectFolder } from "./project-folder.server";
import { StartError } from "./start-error";

export const webRole = "ribera_web";

/** Policies stand on those before them; files not named here follow alphabetically. */
const order = [
  "viewer",
  "organisations",
  "members",
  "auth",
  "audit",
  "advisories",
  "drafts",
  "typologies",
  "search",
  "rounds",
  "roundtables",
  "roundtable-dates",
  "news",
  "invitations",
  "notices",
];

type Options = {
  /** Given to the web role; undefined leaves the role's sign-in to whoever runs the server. */
  webPassword: string | undefined;
  onProgress?(line: string): void;
};

/** Brings the database of `ownerUrl` to this code's tables, roles and policies. Any number of processes may do it at once. */
export async function migrate(ownerUrl: string, { webPassword, onProgress = () => {} }: Options) {
  const owner = postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: "ribera" },
  });
  try {
    await refuseUnfitServer(owner);
    await owner`select pg_advisory_lock(hashtext('ribera.migrate'))`;
    await ensureWebRole(owner, webPassword);

    const before = await countApplied(owner);
    const known = await migrationCount();
    if (before < known) onProgress(`Migrating the database (${known - before} of ${known} steps to do)`);
    await runMigrations(drizzle({ client: owner }), { migrationsFolder: projectFolder("db", "migrations") });

    await applyPolicies(owner, onProgress);
  } finally {
    await owner.end({ timeout: 3 });
  }
}

async function refuseUnfitServer(owner: postgres.Sql) {
  const [server] = await owner<{ version: number; encoding: string; bytewise: boolean }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
           lower('Ñ') <> 'ñ' as bytewise`;
  if (!server) throw new Error("The database did not say which version it is.");
  if (server.version < 150000) {
    throw new StartError(
      `DATABASE_URL is a PostgreSQL ${Math.floor(server.version / 10000)}; Ribera needs 15 or later.`,
    );
  }
  if (server.encoding !== "UTF8" || server.bytewise) {
    throw new StartError(
      "The database of DATABASE_URL does not know Spanish letters. Create it with: " +
        "CREATE DATABASE ribera TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8'",
    );
  }
}

async function ensureWebRole(owner: postgres.Sql, password: string | undefined) {
  // Roles belong to the whole server: another database of it may be creating the same one right now.
  await owner.unsafe(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '${webRole}') THEN
        CREATE ROLE ${webRole} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$`);
  if (password === undefined) return;

  const [quoted] = await owner<{ literal: string }[]>`select quote_literal(${password}) as literal`;
  for (let attempt = 1; ; attempt++) {
    try {
      await owner.unsafe(`ALTER ROLE ${webRole} LOGIN PASSWORD ${quoted?.literal}`);
      return;
    } catch (error) {
      if (attempt === 10 || !(error instanceof Error) || !/concurrently updated/.test(error.message))
        throw error;
    }
  }
}

async function migrationCount() {
  const names = await readdir(projectFolder("db", "migrations"));
  return names.filter((name) => name.endsWith(".sql")).length;
}

async function countApplied(owner: postgres.Sql) {
  const [table] = await owner<
    { there: boolean }[]
  >`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!table?.there) return 0;
  const [row] = await owner<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
}

async function applyPolicies(owner: postgres.Sql, onProgress: (line: string) => void) {
  const files = await policyFiles();
  const hash = createHash("sha256").update(String(await countApplied(owner)));
  for (const { name, text } of files) hash.update(`\n${name}\n${text}`);
  const digest = hash.digest("hex");

  await owner`create table if not exists drizzle.policies (one int primary key, hash text not null, applied_at timestamptz not null)`;
  const [applied] = await owner<{ hash: string }[]>`select hash from drizzle.policies`;
  if (applied?.hash === digest) return;

  onProgress("Setting who may read and write what (row-level security)");
  await owner.begin(async (tx) => {
    await tx.unsafe(fromNothing);
    for (const { name, text } of files) {
      await tx.unsafe(text).catch((cause: unknown) => {
        throw new Error(`db/policies/${name} could not be applied: ${String(cause)}`, { cause });
      });
    }
    await tx`insert into drizzle.policies values (1, ${digest}, now())
             on conflict (one) do update set hash = excluded.hash, applied_at = excluded.applied_at`;
  });
}

async function policyFiles() {
  const folder = projectFolder("db", "policies");
  const rank = (name: string) => order.indexOf(name.replace(".sql", "")) + 1 || order.length + 1;
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql"));
  names.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })));
}

// A grant or policy that a later version no longer names must not stay behind.
const fromNothing = `
  DO $$
  DECLARE old record;
  BEGIN
    FOR old IN SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' LOOP
      EXECUTE format('DROP POLICY %I ON public.%I', old.policyname, old.tablename);
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${webRole}', current_database());
  END $$;
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO ${webRole};
  REVOKE ALL ON ALL TABLES IN SCHEMA public FROM ${webRole}, PUBLIC;
  REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM ${webRole}, PUBLIC;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM ${webRole}, PUBLIC;
  ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
`;
