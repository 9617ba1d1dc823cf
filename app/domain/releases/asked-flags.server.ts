import { and, asc, eq, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { indicators, releaseTables, rounds, versionRedFlags } from "~db/schema";

/** The red flags of a release as far as this viewer may read them, as printed when the round opened, and whether the round is theirs to open. */
export function listAskedFlags(db: Db, { roundId, by }: { roundId: string; by: Viewer }) {
  return asViewer(db, by, async (tx) => {
    const [flags, [round]] = await Promise.all([
      tx
        .select({
          publicId: indicators.publicId,
          text: sql<Text>`${versionRedFlags.content} -> 'text'`,
        })
        .from(releaseTables)
        .innerJoin(indicators, eq(indicators.id, releaseTables.indicatorId))
        .innerJoin(
          versionRedFlags,
          and(
            eq(versionRedFlags.versionId, releaseTables.versionId),
            eq(versionRedFlags.indicatorId, releaseTables.indicatorId),
          ),
        )
        .where(eq(releaseTables.roundId, roundId))
        .orderBy(asc(releaseTables.row))
        .prepare("asked_flags")
        .execute(),
      tx
        .select({ id: rounds.id })
        .from(rounds)
        .where(eq(rounds.id, roundId))
        .prepare("known_round")
        .execute(),
    ]);
    return { flags, knowsRound: round !== undefined };
  });
}
