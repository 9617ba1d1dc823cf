import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { connect } from "~db/client.server";
import { freePort, ownerUrl, startCluster } from "~db/embedded/cluster.server";
import { migrate } from "~db/migrate.server";
import { webAddress } from "~db/web-role.server";
import { anIssued, aStaff } from "../tests/support/desk";
import type { World } from "../tests/support/world";

export const audiences = 40;
export const things = 12;
/** Of them the first are for everybody; each of the others for its own share of the organisations. */
const open = 4;

/** A migrated store of its own, with twelve things issued for forty organisations, each of which may see others of them. */
export async function openMailStore() {
  const parent = await mkdtemp(join(tmpdir(), "ribera-bench-mail-"));
  await chmod(parent, 0o711);
  const password = randomUUID();
  const cluster = await startCluster({
    folder: join(parent, "postgres"),
    password,
    port: await freePort(),
    durable: true,
    onProgress: (line) => console.error(line),
  });
  const url = ownerUrl(cluster.port, password, "postgres");
  const { webUrl, webPassword } = webAddress(url);
  await migrate(url, { webPassword });
  const owner = postgres(url, { max: 10, onnotice: () => {} });
  const pool = connect(webUrl);
  const world: World = { db: pool.db, owner, webUrl, ownerUrl: url, close: async () => {} };
  const houses = await issueThings(world);
  return {
    db: pool.db,
    owner,
    houses,
    close: async () => {
      await pool.close();
      await owner.end();
      await cluster.stop();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

async function issueThings(world: World) {
  const staff = await aStaff(world);
  const rows = await world.owner<{ id: string }[]>`
    insert into organisations (kind, short_name, name_es, name_en, jurisdiction, sector, vetting, number_patterns)
    select 'institution', 'B' || n, 'Banco ' || n, 'Bank ' || n, 'MX', 'bank', 'vetted', '{}' from generate_series(1, ${audiences}::int) n returning id`;
  const houses = rows.map(({ id }) => id);
  for (let thing = 0; thing < things; thing += 1) {
    // Each organisation by a number of its own, in whose binary digits the restricted things stand.
    const organisations = houses.filter((_, i) => (((i + 1) * 37) >> (thing - open)) & 1);
    await anIssued(
      world,
      staff,
      thing < open
        ? {}
        : { tlp: "AMBER", audience: { jurisdictions: [], sectors: [], organisations, members: [] } },
    );
  }
  return houses;
}

/** So many members, spread over the organisations and both languages, who were there before anything happened; and nobody else's digest. */
export async function settle(owner: postgres.Sql, houses: string[], members: number) {
  await owner`delete from members where email like 'bench-%'`;
  await owner`
    insert into members (organisation_id, email, name, language, time_zone, created_at)
    select (${houses}::uuid[])[1 + n % ${audiences}::int], 'bench-' || n || '@example.org', 'Persona ' || n,
      case (n / ${audiences}::int) % 2 when 0 then 'es' else 'en' end, 'UTC', '2026-01-01'
    from generate_series(0, ${members - 1}::int) n`;
  await owner`update members set left_at = created_at where email not like 'bench-%'`;
  await owner.unsafe("vacuum analyze");
}

/** The mail service in a process of its own. */
export async function openSink() {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, "mail-sink.mjs")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (!child.stdout) throw new Error("the mail service cannot be heard");
  const [port] = await once(child.stdout, "data");
  const origin = `http://127.0.0.1:${Number(String(port))}`;
  return {
    account: { apiKey: "re_bench", baseUrl: origin, from: "Ribera <ribera@example.org>" },
    told: async (): Promise<{ mails: number; calls: number }> => (await fetch(`${origin}/told`)).json(),
    /** When each key came first, in milliseconds of the clock. */
    times: async (): Promise<Record<string, number>> => (await fetch(`${origin}/times`)).json(),
    close: async () => {
      child.stdin?.end();
      await once(child, "exit");
    },
  };
}
