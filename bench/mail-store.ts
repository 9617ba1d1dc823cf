import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type postgres from "postgres";
import { anIssued, aStaff } from "../tests/support/desk";
import type { World } from "../tests/support/world";
import { openOwnStore } from "./own-store";

export const audiences = 40;
export const things = 12;
/** Of them the first are for everybody; each of the others for its own share of the organisations. */
const open = 4;

/** A migrated store of its own, with twelve things issued for forty organisations, each of which may see others of them. */
export async function openMailStore() {
  const world = await openOwnStore("mail");
  const houses = await issueThings(world);
  return { db: world.db, owner: world.owner, houses, close: world.close };
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
    /** When each letter that names itself (`bench 7`) came first, in milliseconds of the clock. */
    times: async (): Promise<Record<string, number>> => (await fetch(`${origin}/times`)).json(),
    close: async () => {
      child.stdin?.end();
      await once(child, "exit");
    },
  };
}
