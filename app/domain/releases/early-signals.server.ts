import { and, asc, eq, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import { isAuthorityStaff, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisoryVersions,
  indicators,
  organisations,
  releases,
  releaseTables,
  typologies,
  versionRedFlags,
} from "~db/schema";
import { beyondChance, type Comparison, compareSightings, type Sighting } from "./early-signals";
import type { ReleaseTable } from "./release";

type About =
  | { kind: "red-flag"; publicId: string; text: Text | null }
  | { kind: "typology"; code: string; name: Text };
type Told = Awaited<ReturnType<typeof sightings>>[number];
type Round = Told["round"];
export type EarlySignal = Comparison & { about: About; before: Round; after: Round };

/**
 * For authorities: where "seen" answers moved more than chance between two consecutive releases of one authority that this viewer
 * may read; and how many comparisons that was looked for in, those that could not be made for what is withheld among them.
 */
export async function listEarlySignals(db: Db, { by }: { by: Viewer }) {
  if (!isAuthorityStaff(by)) return { compared: 0, unmade: 0, signals: [] };
  const [told, names] = await asViewer(db, by, (tx) =>
    Promise.all([
      sightings(tx),
      tx.select({ code: typologies.code, es: typologies.nameEs, en: typologies.nameEn }).from(typologies),
    ]),
  );
  const named = new Map(names.map(({ code, es, en }) => [code, { es, en }]));
  const comparisons = [
    ...compared(
      told,
      ({ redFlag }) => [redFlag],
      (publicId, { text }) => ({ kind: "red-flag", publicId, text }),
    ),
    ...compared(
      told,
      ({ round }) => round.typologies,
      (code) => ({ kind: "typology", code, name: named.get(code) ?? { es: code, en: code } }),
    ),
  ];
  return {
    compared: comparisons.length,
    unmade: comparisons.filter(({ shifts }) => shifts.length === 0).length,
    signals: beyondChance(comparisons),
  };
}

/** What this viewer may read of how often each red flag was seen, the oldest release first. */
async function sightings(tx: Transaction) {
  const rows = await tx
    .select({
      round: {
        id: releases.roundId,
        title: releases.title,
        authorityId: releases.authorityId,
        authority: organisations.shortName,
        closesAt: releases.closesAt,
        answered: releases.answered,
        typologies: sql<string[]>`case when ${releases.typology} is null
          then coalesce(${advisoryVersions.typologies}, '{}') else array[${releases.typology}]::text[] end`,
      },
      redFlag: indicators.publicId,
      text: sql<Text | null>`${versionRedFlags.content} -> 'text'`,
      seen: sql<ReleaseTable | null>`jsonb_path_query_first(${releaseTables.tables}, '$[*] ? (@.question == "seen")')`,
    })
    .from(releaseTables)
    .innerJoin(releases, eq(releases.roundId, releaseTables.roundId))
    .innerJoin(organisations, eq(organisations.id, releases.authorityId))
    .innerJoin(indicators, eq(indicators.id, releaseTables.indicatorId))
    .leftJoin(
      versionRedFlags,
      and(
        eq(versionRedFlags.versionId, releaseTables.versionId),
        eq(versionRedFlags.indicatorId, releaseTables.indicatorId),
      ),
    )
    .leftJoin(advisoryVersions, eq(advisoryVersions.id, releases.versionId))
    .orderBy(asc(releases.closesAt), asc(releases.roundId), asc(releaseTables.row));
  return rows.flatMap(({ seen, ...row }) => {
    if (!seen) return [];
    const { categories, overall } = seen;
    return [{ ...row, answered: row.round.answered, categories, overall } satisfies Sighting & typeof row];
  });
}

/** Each release of a subject with the one before it of the same authority: another authority asks other institutions. */
function compared(
  told: readonly Told[],
  subjectsOf: (told: Told) => string[],
  aboutOf: (subject: string, told: Told) => About,
): EarlySignal[] {
  const threads = new Map<string, { subject: string; releases: Map<string, Told[]> }>();
  for (const one of told) {
    for (const subject of subjectsOf(one)) {
      const key = JSON.stringify([subject, one.round.authorityId]);
      const thread = threads.get(key) ?? { subject, releases: new Map<string, Told[]>() };
      threads.set(key, thread);
      thread.releases.set(one.round.id, [...(thread.releases.get(one.round.id) ?? []), one]);
    }
  }
  return [...threads.values()].flatMap(({ subject, releases: held }) => {
    const inOrder = [...held.values()];
    return inOrder.flatMap((after, i) => {
      const before = inOrder[i - 1];
      const [was, is] = [before?.[0], after[0]];
      const comparison = before && compareSightings(before, after);
      return comparison && was && is
        ? [{ ...comparison, about: aboutOf(subject, is), before: was.round, after: is.round }]
        : [];
    });
  });
}
