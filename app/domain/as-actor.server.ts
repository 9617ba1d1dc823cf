import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { type Outcome, refused } from "~/domain/outcome";
import { asViewer, type Db, oneRow, type Transaction } from "~db/client.server";

/**
 * Like `asViewer`, for acts. Their sentence knows the actor as they were when the request came, and the wall does not know every
 * role: so roles are looked up again, in the act's own transaction. Who lost one is told that they may not; so is, where the wall
 * throws or hides so much that the act refuses for another reason, who lost it during the act, left or was put out. For anybody
 * else a throw stays a fault of ours.
 */
export async function asActor<Value>(
  db: Db,
  by: Viewer,
  fn: (tx: Transaction) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    const outcome = await asViewer(db, by, async (tx) =>
      (await lookUp(tx, by)) === "lost a role" ? refused("not_allowed") : fn(tx),
    );
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

const standsAsBefore = async (db: Db, by: Viewer) =>
  (await asViewer(db, by, (tx) => lookUp(tx, by))) === "stands";

async function lookUp(tx: Transaction, by: Viewer) {
  if (by.memberId === null) return "stands";
  const [row] = await tx
    .select({
      id: sql<string | null>`viewer_id()`,
      roles: sql<
        string[]
      >`array(select role || ' ' || language from member_roles where member_id = (select viewer_id()))`,
    })
    .from(oneRow)
    .prepare("actor")
    .execute();
  if (row?.id !== by.memberId) return "out";
  const now = new Set(row.roles);
  return by.roles.every(({ role, language }) => now.has(`${role} ${language}`)) ? "stands" : "lost a role";
}
