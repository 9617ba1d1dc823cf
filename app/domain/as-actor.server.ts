import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { type Outcome, refused } from "~/domain/outcome";
import { asViewer, type Db, type Transaction } from "~db/client.server";

/**
 * Like `asViewer`, for acts. Their sentence knows the actor as they were when the request came; the wall knows them now. To
 * somebody who lost a role, left or was put out in between, what it refuses or hides is an expected no; to anybody else a fault of ours.
 */
export async function asActor<Value>(
  db: Db,
  by: Viewer,
  fn: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    const outcome = await asViewer(db, by, fn);
    if (outcome.ok || outcome.reason === "not_found") return outcome;
    return (await standsAsBefore(db, by)) ? outcome : refused("not_allowed");
  } catch (error) {
    if (isOfTheWall(error) && !(await standsAsBefore(db, by))) return refused("not_allowed");
    throw error;
  }
}

/** A policy, a missing actor where one must be, or one of our own functions that found nothing of theirs. */
const walls = ["42501", "23502", "P0001"];

const isOfTheWall = (error: unknown) =>
  error instanceof Error &&
  [error, error.cause].some(
    (one) => one instanceof Error && "code" in one && walls.includes(String(one.code)),
  );

async function standsAsBefore(db: Db, by: Viewer) {
  if (by.memberId === null) return true;
  const [row] = await asViewer(db, by, (tx) =>
    tx.execute<{ id: string | null; roles: string[] }>(
      sql`select viewer_id() as id, viewer_roles() as roles`,
    ),
  );
  const now = new Set(row?.roles);
  return row?.id === by.memberId && by.roles.every(({ role }) => now.has(role));
}
