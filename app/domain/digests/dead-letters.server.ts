import { sql } from "drizzle-orm";
import { mayLookAfterMachine } from "~/domain/machine/machine.policy";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import type { DeadLetter } from "./dead-letter";

const most = 200;

/** Newest first, for the operator. */
export async function listDeadLetters(db: Db, viewer: Viewer): Promise<DeadLetter[]> {
  if (!mayLookAfterMachine(viewer)) return [];
  return asViewer(db, viewer, async (tx) => [
    ...(await tx.execute<DeadLetter>(sql`select * from dead_letters_list(${most})`)),
  ]);
}
