import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import type { Member } from "./viewer";

export type DemoPerson = { key: string; viewer: Member };

/** The people of the demo in their order; nobody where there is no demo. */
export async function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  const rows = await db.execute<{ key: string; viewer: Member | null }>(
    sql`select key, viewer from demo_people()`,
  );
  return rows.flatMap(({ key, viewer }) => (viewer ? [{ key, viewer }] : []));
}

export const findDemoPerson = async (db: Db, key: string) =>
  (await listDemoPeople(db)).find((person) => person.key === key);
