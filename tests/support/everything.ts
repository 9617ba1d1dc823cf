import type { World } from "./world";

type Table = { name: string; rows: number; said: string | null };

/** What each table holds: how many rows and, but for those `counted` alone, what they say. Tables `aside` are not looked at. */
export function lookAt(world: World, { aside, counted = [] }: { aside: string[]; counted?: string[] }) {
  let look: string | undefined;
  return async function everything(): Promise<Map<string, Table>> {
    if (look === undefined) {
      const tables = await world.owner<{ name: string }[]>`
        select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> all(${aside})`;
      const one = ({ name }: { name: string }) => {
        const said = counted.includes(name) ? "null" : "md5(string_agg(t::text, ' ' order by t::text))";
        return `select '${name}' as name, count(*)::int as rows, coalesce(${said}, count(*)::text) as said from "${name}" t`;
      };
      look = tables.map(one).join(" union all ");
    }
    const rows = await world.owner.unsafe<Table[]>(look);
    return new Map(rows.map((row) => [row.name, row]));
  };
}
type Everything = Map<string, Table>;

/** By how many rows each table that changed has grown. */
export const growth = (before: Everything, after: Everything) =>
  Object.fromEntries(
    [...after.values()]
      .filter(({ name, said }) => said !== before.get(name)?.said)
      .map(({ name, rows }) => [name, rows - (before.get(name)?.rows ?? 0)]),
  );
