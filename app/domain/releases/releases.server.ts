import { and, asc, desc, eq, exists, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisories,
  advisoryVersions,
  indicators,
  organisations,
  releaseBreakdowns,
  releases,
  releaseTables,
  typologies,
} from "~db/schema";
import { breakdowns, type Release, type ReleaseTable, type Withheld } from "./release";

/** `number` is null where the reader may not know of the advisory. */
const columns = {
  id: releases.roundId,
  authorityId: releases.authorityId,
  authority: organisations.shortName,
  mode: releases.mode,
  title: releases.title,
  tlp: releases.tlp,
  typology: releases.typology,
  typologyName: { es: typologies.nameEs, en: typologies.nameEn },
  number: advisories.number,
  version: advisoryVersions.n,
  openedAt: releases.openedAt,
  closesAt: releases.closesAt,
  invited: releases.invited,
  answered: releases.answered,
  publishedAt: releases.publishedAt,
  contentHash: releases.contentHash,
  rule: releases.rule,
};

const entries = (tx: Transaction) =>
  tx
    .select(columns)
    .from(releases)
    .innerJoin(organisations, eq(organisations.id, releases.authorityId))
    .leftJoin(typologies, eq(typologies.code, releases.typology))
    .leftJoin(advisoryVersions, eq(advisoryVersions.id, releases.versionId))
    .leftJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
    .orderBy(desc(releases.publishedAt), desc(releases.roundId))
    .$dynamic();

type Entry = Awaited<ReturnType<typeof entries>>[number];
/** A release without its figures: when it was published, and what is said of its round. */
export type ReleaseEntry = ReturnType<typeof entryOf>;

const entryOf = ({ publishedAt, contentHash, rule, ...round }: Entry) => ({
  publishedAt,
  contentHash,
  round,
});

/** Of what is stored of a red flag, what answers this question; of the round as a whole everything. */
const ofQuestion = <Stored>(stored: AnyPgColumn<{ data: Stored[] }>, question: string | undefined) =>
  question === undefined
    ? sql<Stored[]>`${stored}`
    : sql<Stored[]>`case when ${releaseTables.row} = 0 then ${stored} else (
        select jsonb_agg(${stored} -> (asked.place::int - 1)) from jsonb_array_elements(${releaseTables.tables}) with ordinality asked(one, place)
        where asked.one ->> 'question' = ${question}) end`;

/** Figures of one red flag, or of the round as a whole (row 0), as far as this reader may read them. */
const figures = (tx: Transaction, question?: string) =>
  tx
    .select({
      roundId: releaseTables.roundId,
      tables: ofQuestion(releaseTables.tables, question),
      // The same on every row.
      groups: sql<
        Release["groups"] | null
      >`case when ${releaseTables.row} = 0 or ${question === undefined} then ${releaseBreakdowns.groups} end`,
      broken: ofQuestion(releaseBreakdowns.tables, question),
    })
    .from(releaseTables)
    .leftJoin(
      releaseBreakdowns,
      and(eq(releaseBreakdowns.roundId, releaseTables.roundId), eq(releaseBreakdowns.row, releaseTables.row)),
    )
    .orderBy(asc(releaseTables.roundId), asc(releaseTables.row))
    .$dynamic();
type Figures = Awaited<ReturnType<typeof figures>>;

/**
 * The release of a round; undefined where there is none, or where this viewer may not know of it. With a `question`, that one of each
 * red flag and all that was asked of the whole: of seventy red flags everything is megabytes.
 */
export function findRelease(
  db: Db,
  { roundId, question, by }: { roundId: string; question?: string; by: Viewer },
) {
  return asViewer(db, by, async (tx) => {
    const [[entry], rows] = await Promise.all([
      entries(tx).where(eq(releases.roundId, roundId)).prepare("release").execute(),
      figures(tx, question).where(eq(releaseTables.roundId, roundId)).prepare("release_figures").execute(),
    ]);
    return entry && { ...entryOf(entry), release: releaseOf(entry, rows) };
  });
}

type Wanted = { by: Viewer; typology?: string; advisory?: string; redFlag?: string };

/** The newest first, without figures; of one typology (its rounds, and those of advisories on it), advisory or red flag. */
export const listReleases = (db: Db, wanted: Wanted): Promise<ReleaseEntry[]> =>
  asViewer(db, wanted.by, async (tx) => (await entries(tx).where(isWanted(tx, wanted))).map(entryOf));

/** Of one red flag, release by release, the newest first: what each published of it alone. */
export function listStatisticsOf(db: Db, { redFlag, by }: { redFlag: string; by: Viewer }) {
  return asViewer(db, by, async (tx) => {
    const [found, rows] = await Promise.all([
      entries(tx).where(isWanted(tx, { redFlag })).prepare("releases_of_flag").execute(),
      figures(tx)
        .innerJoin(
          indicators,
          and(eq(indicators.id, releaseTables.indicatorId), eq(indicators.publicId, redFlag)),
        )
        .prepare("figures_of_flag")
        .execute(),
    ]);
    return withFigures(found, rows);
  });
}

/** Of the rounds on a typology, the newest first, what they asked of the whole, and nothing of a red flag. */
export function listRoundStatistics(db: Db, { typology, by }: { typology: string; by: Viewer }) {
  return asViewer(db, by, async (tx) => {
    const found = await entries(tx).where(isWanted(tx, { typology }));
    if (found.length === 0) return [];
    const ids = found.map(({ id }) => id);
    const rows = await figures(tx).where(and(inArray(releaseTables.roundId, ids), eq(releaseTables.row, 0)));
    return withFigures(found, rows);
  });
}

const withFigures = (found: Entry[], rows: Figures) =>
  found.map((entry) => ({
    ...entryOf(entry),
    release: releaseOf(
      entry,
      rows.filter(({ roundId }) => roundId === entry.id),
    ),
  }));

function isWanted(tx: Transaction, { typology, advisory, redFlag }: Omit<Wanted, "by">): SQL | undefined {
  return and(
    typology === undefined
      ? undefined
      : or(
          eq(releases.typology, typology),
          sql`${advisoryVersions.typologies} @> array[${typology}]::text[]`,
        ),
    advisory === undefined ? undefined : eq(advisories.foldedNumber, foldNumber(advisory)),
    redFlag === undefined
      ? undefined
      : exists(
          tx
            .select({ row: releaseTables.row })
            .from(releaseTables)
            .innerJoin(indicators, eq(indicators.id, releaseTables.indicatorId))
            .where(and(eq(releaseTables.roundId, releases.roundId), eq(indicators.publicId, redFlag))),
        ),
  );
}

const aggregates: Withheld = { withheld: "aggregates" };

function releaseOf({ rule, answered }: Entry, rows: Figures): Release {
  const [groups] = rows.flatMap((row) => row.groups ?? []);
  return {
    rule,
    answered,
    groups: groups ?? { jurisdiction: aggregates, sector: aggregates, size: aggregates },
    tables: rows.flatMap(({ tables, broken }) =>
      tables.map((table, i): ReleaseTable => {
        const held = broken?.[i];
        const [jurisdiction, sector, size] = breakdowns.map((breakdown) => held?.[breakdown] ?? aggregates);
        return {
          ...table,
          jurisdiction: jurisdiction ?? aggregates,
          sector: sector ?? aggregates,
          size: size ?? aggregates,
        };
      }),
    ),
  };
}
