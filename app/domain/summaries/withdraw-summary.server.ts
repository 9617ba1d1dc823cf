import { eq, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { asActor } from "~/domain/as-actor.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { differencesOf } from "~/domain/questions/differences";
import { stopIdentifiers } from "~/domain/screening/stop-identifiers.server";
import { storable } from "~/domain/storable";
import type { Db } from "~db/client.server";
import { summaries } from "~db/schema";
import { mayWithdrawSummary } from "./summary.policy";

type Withdrawal = { id: string; reason: Text; by: Viewer; at: Date };

/** Takes a summary that is read back, by a convener of an authority whose name is on it: it stays at its address, and says so. */
export async function withdrawSummary(db: Db, { id, reason, by, at }: Withdrawal) {
  const screened = await stopIdentifiers(db, { texts: [reason.es, reason.en], at });
  return asActor(db, by, async (tx) => {
    const [found] = await tx
      .select({ issuers: summaries.issuers, withdrawnOn: summaries.withdrawnOn })
      .from(summaries)
      .where(eq(summaries.id, id));
    if (!found) return refused("not_found");
    if (!mayWithdrawSummary(by, found)) return refused("not_allowed");
    if (!screened.ok) return screened;
    if (found.withdrawnOn) return refused("summary_withdrawn");
    const words = storable(reason);
    if (words.es.trim() === "" || words.en.trim() === "") return refused("reason_missing");
    const count = differencesOf([words]);
    if (count > 0) return refused("languages_differ", { count });
    await tx.execute(
      sql`select summary_withdraw(${id}::uuid, '', ${JSON.stringify(words)}::jsonb, ${at.toISOString()}::timestamptz)`,
    );
    return done({ id });
  });
}
