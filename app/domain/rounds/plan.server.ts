import { eq, sql } from "drizzle-orm";
import type { Audience } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { advisories, advisoryVersions, indicators, roundRows, rounds } from "~db/schema";
import { redFlagsOf } from "./asked-rows.server";
import { roundColumns } from "./lock-round.server";
import { readinessOf } from "./readiness.server";
import { stateOf } from "./round";
import type { Subject } from "./round.form";
import { mayChangeRound } from "./round.policy";

export type PlannedRound = NonNullable<Awaited<ReturnType<typeof findPlan>>>;

/** A round while it is planned, as its authority works on it; undefined once it is open. */
export function findPlan(db: Db, viewer: Viewer, id: string, at: Date) {
  return asViewer(db, viewer, async (tx) => {
    const [found] = await tx
      .select({ round: roundColumns, number: advisories.number, version: advisoryVersions.n })
      .from(rounds)
      .leftJoin(advisoryVersions, eq(advisoryVersions.id, rounds.versionId))
      .leftJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
      .where(eq(rounds.id, id));
    if (!found || stateOf(found.round, at) !== "planned" || !mayChangeRound(viewer, found.round))
      return undefined;
    const { round, number, version } = found;
    const subject: Subject | undefined = round.typology
      ? { kind: "typology", code: round.typology }
      : number && version
        ? { kind: "advisory", number, version }
        : undefined;
    if (!subject) return undefined;
    const chosen = await tx
      .select({ publicId: indicators.publicId })
      .from(roundRows)
      .innerJoin(indicators, eq(indicators.id, roundRows.indicatorId))
      .where(eq(roundRows.roundId, id));
    const ids = new Set(chosen.map(({ publicId }) => publicId));
    const redFlags = (await redFlagsOf(tx, subject)).map(({ publicId, text }) => ({
      publicId,
      text,
      asked: ids.has(publicId),
    }));
    const [audiences] = await tx.execute<{ invited: Audience; audience: Audience }>(
      sql`select invited, audience from round_audiences(${id}::uuid)`,
    );
    if (!audiences) return undefined;
    const { mode, title, readersStatement, tlp, closesAt, revision } = round;
    return {
      id,
      revision,
      plan: { subject, mode, title, readersStatement, ...audiences, tlp, closesAt },
      redFlags,
      readiness: await readinessOf(tx, round, at),
    };
  });
}
