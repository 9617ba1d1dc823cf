import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisories,
  advisoryVersions,
  indicators,
  organisations,
  roundRows,
  rounds,
  typologies,
  versionRedFlags,
} from "~db/schema";

const entry = {
  id: rounds.id,
  authorityId: rounds.authorityId,
  authority: organisations.shortName,
  mode: rounds.mode,
  title: rounds.title,
  readersStatement: rounds.readersStatement,
  openedAt: rounds.openedAt,
  closesAt: rounds.closesAt,
  revision: rounds.revision,
  takenAt: rounds.takenAt,
  closedAt: rounds.closedAt,
  calledOffAt: rounds.calledOffAt,
  typology: rounds.typology,
  typologyName: { es: typologies.nameEs, en: typologies.nameEn },
  number: advisories.number,
  version: advisoryVersions.n,
};

const entries = (tx: Transaction) =>
  tx
    .select(entry)
    .from(rounds)
    .innerJoin(organisations, eq(organisations.id, rounds.authorityId))
    .leftJoin(typologies, eq(typologies.code, rounds.typology))
    .leftJoin(advisoryVersions, eq(advisoryVersions.id, rounds.versionId))
    .leftJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
    .$dynamic();

/** To staff the rounds of their authority; to an institution those to which it is invited. */
export const listRounds = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, (tx) => entries(tx).orderBy(desc(rounds.createdAt), desc(rounds.id)));

/** A round with the red flags that this viewer may read. */
export function findRound(db: Db, viewer: Viewer, id: string) {
  return asViewer(db, viewer, async (tx) => {
    const [round] = await entries(tx).where(eq(rounds.id, id));
    if (!round) return undefined;
    const [counted] = await tx.execute<{ invited: number; answered: number | null }>(
      sql`select invited, answered from round_participation(${id}::uuid)`,
    );
    return {
      ...round,
      rows: await listRows(tx, id),
      participation: counted ?? { invited: 0, answered: null },
    };
  });
}

/** As they were printed when the round opened, and whether they are still in force. */
export const listRows = (tx: Transaction, roundId: string) =>
  tx
    .select({
      n: roundRows.n,
      publicId: indicators.publicId,
      state: indicators.state,
      text: sql<{ es: string; en: string }>`${versionRedFlags.content} -> 'text'`,
      group: sql<string | null>`${versionRedFlags.content} ->> 'group'`,
    })
    .from(roundRows)
    .innerJoin(indicators, eq(indicators.id, roundRows.indicatorId))
    .innerJoin(
      versionRedFlags,
      and(
        eq(versionRedFlags.versionId, roundRows.versionId),
        eq(versionRedFlags.indicatorId, roundRows.indicatorId),
      ),
    )
    .where(eq(roundRows.roundId, roundId))
    .orderBy(asc(roundRows.n));
