import { and, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { advisories } from "~db/schema";
import { type AdvisoryView, findAdvisory } from "./advisories.server";

/** Checks what is named to be read instead: in force, another one, and open to every reader of the one it replaces. */
export async function replacementFor(
  tx: Transaction,
  viewer: Viewer,
  replaced: AdvisoryView,
  number: string | undefined,
): Promise<Outcome<string | undefined>> {
  if (!number?.trim()) return done(undefined);
  const found = await findAdvisory(tx, viewer, number);
  if (!found) return refused("replacement_unknown", { number });
  if (found.id === replaced.id) return refused("replacement_is_itself");
  if (found.status !== "published") return refused("replacement_not_in_force", { number });
  const [open] = await tx
    .select({ id: advisories.id })
    .from(advisories)
    .where(
      and(
        eq(advisories.id, found.id),
        sql`('*' = any(${advisories.readers}) or (select readers from advisories r where r.id = ${replaced.id}) <@ ${advisories.readers})`,
      ),
    );
  return open ? done(found.number) : refused("reference_reveals", { number });
}
