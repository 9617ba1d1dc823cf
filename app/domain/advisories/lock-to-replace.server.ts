import { eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { advisories } from "~db/schema";
import { type AdvisoryView, findAdvisory } from "./advisories.server";
import { mayWithdraw } from "./advisory.policy";
import { advisoriesOpenTo, keysOfMarking } from "./open-to.server";

type Replacing = { number: string; replacement: string | undefined; by: Viewer };
type Locked = {
  advisory: AdvisoryView;
  /** The one to read instead; undefined where none was named. */
  found: AdvisoryView | undefined;
  named: string | undefined;
};

/**
 * The advisory that an act takes out of force and the one named to be read instead, both as they stand under locks that
 * every such act takes: of two that would replace one another in one instant, the second finds the first out of force,
 * so no circle can close, however long.
 */
export async function lockToReplace(
  tx: Transaction,
  { number, replacement, by }: Replacing,
): Promise<Outcome<Locked>> {
  const advisory = await findAdvisory(tx, by, number);
  if (!advisory) return refused("not_found");
  if (!mayWithdraw(by, advisory)) return refused("not_allowed");
  const named = replacement?.trim() || undefined;
  const found = named === undefined ? undefined : await findAdvisory(tx, by, named);

  // By name and not by row: the other one may be another authority's, whose rows this one cannot lock.
  for (const id of [...new Set([advisory.id, found?.id ?? advisory.id])].sort()) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ribera.replacing ${id}`}, 0))`);
  }
  const statusOf = async (id: string) => {
    const [row] = await tx
      .select({ status: advisories.status })
      .from(advisories)
      .where(eq(advisories.id, id));
    return row?.status;
  };
  // The row too: a publication in the same instant waits for it.
  await tx.select({ id: advisories.id }).from(advisories).where(eq(advisories.id, advisory.id)).for("update");
  return done({
    advisory: { ...advisory, status: (await statusOf(advisory.id)) ?? advisory.status },
    found: found && { ...found, status: (await statusOf(found.id)) ?? found.status },
    named,
  });
}

/** Checks what is named to be read instead: in force, another one, and open to every reader of the one it replaces. */
export async function replacementOf(
  tx: Transaction,
  { advisory, found, named: number }: Locked,
): Promise<Outcome<string | undefined>> {
  if (number === undefined) return done(undefined);
  if (!found) return refused("replacement_unknown", { number });
  if (found.id === advisory.id) return refused("replacement_is_itself");
  if (found.status !== "published") return refused("replacement_not_in_force", { number });
  const [marking] = await tx
    .select({ tlp: advisories.tlp, authorities: advisories.authorities })
    .from(advisories)
    .where(eq(advisories.id, advisory.id));
  if (!marking) return refused("not_found");
  const keys = keysOfMarking(marking.tlp, advisory.content.audience, marking.authorities);
  const open = await advisoriesOpenTo(tx, [found.id], { keys, readers: "all" });
  return open.has(found.id) ? done(found.number) : refused("reference_reveals", { number });
}
