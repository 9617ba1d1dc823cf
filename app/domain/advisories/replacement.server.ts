import { eq } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { advisories } from "~db/schema";
import { type AdvisoryView, findAdvisory } from "./advisories.server";
import { advisoriesOpenTo, keysOfMarking } from "./open-to.server";

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
  const [marking] = await tx
    .select({ tlp: advisories.tlp, authorities: advisories.authorities })
    .from(advisories)
    .where(eq(advisories.id, replaced.id));
  if (!marking) return refused("not_found");
  const keys = keysOfMarking(marking.tlp, replaced.content.audience, marking.authorities);
  const open = await advisoriesOpenTo(tx, [found.id], { keys, readers: "all" });
  return open.has(found.id) ? done(found.number) : refused("reference_reveals", { number });
}
