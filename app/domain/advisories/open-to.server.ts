import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import type { Audience, Tlp } from "./advisory.form";

type Keys = {
  keys: SQL;
  /** `all`: to everyone who holds any of the keys. `any`: to one reader who holds them all. */
  readers: "all" | "any";
};

const list = (items: string[]) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(items)}::jsonb))`;

/** The keys that a marking opens to, reckoned by the database. */
export const keysOfMarking = (tlp: Tlp, audience: Audience, authorities: string[]) =>
  sql`readers_of(${tlp}, ${JSON.stringify(audience)}::jsonb, ${list(authorities)}::uuid[])`;

export const keysHeld = list;

/** Of these advisories, by id, those that are open to these readers; asked by an authority about what it may see itself. */
export async function advisoriesOpenTo(tx: Transaction, ids: string[], { keys, readers }: Keys) {
  if (ids.length === 0) return new Set<string>();
  const rows = await tx.execute<{ id: string }>(
    sql`select advisories_open_to(${list(ids)}::uuid[], ${keys}, ${readers === "all"}) as id`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** The same of red flags, by public id. */
export async function redFlagsOpenTo(tx: Transaction, ids: string[], { keys, readers }: Keys) {
  if (ids.length === 0) return new Set<string>();
  const rows = await tx.execute<{ id: string }>(
    sql`select red_flags_open_to(${list(ids)}, ${keys}, ${readers === "all"}) as id`,
  );
  return new Set(rows.map(({ id }) => id));
}
