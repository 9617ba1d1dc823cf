import { sql } from "drizzle-orm";
import { anonymous } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";

/** Lays what was proposed in the week before on the desks. Says nothing of how many. */
export const arriveProposals = (db: Db, { at }: { at: Date }) =>
  asViewer(db, anonymous, async (tx) => {
    await tx.execute(sql`select proposals_arrive(${at.toISOString()}::timestamptz)`);
  });
