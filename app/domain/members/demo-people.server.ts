import { sql } from "drizzle-orm";
import type { Db } from "~db/client.server";
import type { Member, SignedIn } from "./viewer";

export type DemoPerson = { key: string; viewer: SignedIn };

/** The people of the demo in their order; nobody where there is no demo. */
export async function listDemoPeople(db: Db): Promise<DemoPerson[]> {
  const rows = await db.execute<{ key: string; viewer: SignedIn | null }>(
    sql`select key, viewer from demo_people()`,
  );
  return rows.flatMap(({ key, viewer }) => (viewer ? [{ key, viewer }] : []));
}

export const findDemoPerson = async (db: Db, key: string) =>
  (await listDemoPeople(db)).find((person) => person.key === key);

/** Of the demo, and in good standing. */
export async function findDemoMember(db: Db, key: string): Promise<Member | undefined> {
  const viewer = (await findDemoPerson(db, key))?.viewer;
  return viewer && !("vetting" in viewer) ? viewer : undefined;
}
