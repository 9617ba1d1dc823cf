import { eq } from "drizzle-orm";
import type { Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import { members, organisations } from "~db/schema";

export type Reader = { name: string; organisation: string };

/** Whose name a copy carries. */
export async function readerOfCopy(tx: Transaction, { memberId }: Member): Promise<Reader | undefined> {
  const [reader] = await tx
    .select({ name: members.name, organisation: organisations.shortName })
    .from(members)
    .innerJoin(organisations, eq(organisations.id, members.organisationId))
    .where(eq(members.id, memberId));
  return reader;
}
