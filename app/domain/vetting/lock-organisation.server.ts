import { sql } from "drizzle-orm";
import type { Transaction } from "~db/client.server";
import type { Subject } from "./vetting";

/** The organisation, held until the transaction ends; nothing where the asker may not know of it. */
export async function lockOrganisation(tx: Transaction, id: string): Promise<Subject | undefined> {
  const [row] = await tx.execute<{ subject: Subject | null }>(
    sql`select vetting_lock(${id}::uuid) as subject`,
  );
  return row?.subject ?? undefined;
}
