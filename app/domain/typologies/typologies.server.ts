import { and, arrayContains, asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import { withReferences } from "~/domain/advisories/advisories.server";
import type { Viewer } from "~/domain/members/viewer";
import { englishNamesIn, wordsOfTechniques } from "~/domain/vocabulary/technique-words";
import { asViewer, type Db } from "~db/client.server";
import {
  advisories,
  advisoryVersions,
  amltrixTechniques,
  indicators,
  typologies,
  versionRedFlags,
} from "~db/schema";

const inCurrentVersion = and(
  eq(advisoryVersions.advisoryId, advisories.id),
  eq(advisoryVersions.n, advisories.currentVersion),
);

const entry = {
  code: typologies.code,
  name: { es: typologies.nameEs, en: typologies.nameEn },
  description: { es: typologies.descriptionEs, en: typologies.descriptionEn },
  amltrix: typologies.amltrix,
  catalogued: typologies.catalogued,
};

/** The entry alone, as its keepers write it. */
const written = { ...entry, printed: typologies.printed };

/** The catalogue, each with how many advisories in force this viewer can read on it. */
export function listTypologies(db: Db, viewer: Viewer) {
  return asViewer(db, viewer, (tx) =>
    tx
      .select({
        ...entry,
        advisories: sql<number>`(select count(*)::int from advisory_versions v join advisories a on a.id = v.advisory_id and a.current_version = v.n
          where a.status = 'published' and v.typologies @> array[${typologies.code}])`,
      })
      .from(typologies)
      .orderBy(desc(typologies.catalogued), asc(typologies.nameEs)),
  );
}

export type TypologyPage = NonNullable<Awaited<ReturnType<typeof findTypology>>>;

/** One typology with its advisories and the red flags gathered from all of them, as far as this viewer may read. */
export function findTypology(db: Db, viewer: Viewer, code: string) {
  return asViewer(db, viewer, async (tx) => {
    const [typology] = await tx.select(written).from(typologies).where(eq(typologies.code, code));
    if (!typology) return undefined;
    const issued = await tx
      .select({
        id: advisories.id,
        number: advisories.number,
        type: advisories.type,
        status: advisories.status,
        sortDate: advisories.sortDate,
        title: sql<{ es: string; en: string }>`${advisoryVersions.envelope} -> 'title'`,
        issuers: sql<{ shortName: string; role: string }[]>`${advisoryVersions.envelope} -> 'issuers'`,
        tlp: advisoryVersions.tlp,
      })
      .from(advisories)
      .innerJoin(advisoryVersions, inCurrentVersion)
      .where(arrayContains(advisoryVersions.typologies, [code]))
      .orderBy(desc(advisories.sortDate));
    const flags = await tx
      .select({
        publicId: indicators.publicId,
        number: advisories.number,
        title: sql<{ es: string; en: string }>`${advisoryVersions.envelope} -> 'title'`,
        versionId: versionRedFlags.versionId,
        content: versionRedFlags.content,
      })
      .from(versionRedFlags)
      .innerJoin(indicators, eq(indicators.id, versionRedFlags.indicatorId))
      .innerJoin(advisoryVersions, eq(advisoryVersions.id, versionRedFlags.versionId))
      .innerJoin(
        advisories,
        and(eq(advisories.id, advisoryVersions.advisoryId), eq(advisories.status, "published")),
      )
      .where(and(eq(versionRedFlags.current, true), arrayContains(advisoryVersions.typologies, [code])))
      .orderBy(desc(advisories.sortDate), asc(versionRedFlags.position))
      .limit(500);
    const seen = await withReferences(tx, flags);
    return {
      ...typology,
      advisories: issued,
      redFlags: flags.map(({ versionId: _, ...flag }, i) => ({ ...flag, content: seen[i] ?? flag.content })),
    };
  });
}

export function findTypologyEntry(db: Db, viewer: Viewer, code: string) {
  return asViewer(db, viewer, async (tx) => {
    const [row] = await tx.select(written).from(typologies).where(eq(typologies.code, code));
    return row;
  });
}

/** AMLTRIX techniques by id or words of the name, typed in either language; the vocabulary is public. */
export function findTechniques(db: Db, viewer: Viewer, { q, limit = 20 }: { q: string; limit?: number }) {
  const like = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  const named = (text: string) => ilike(amltrixTechniques.name, like(text));
  const spelled = wordsOfTechniques(q).map(([typed = "", ...english]) =>
    or(ilike(amltrixTechniques.externalId, like(typed)), named(typed), ...english.map(named)),
  );
  return asViewer(db, viewer, (tx) =>
    tx
      .select()
      .from(amltrixTechniques)
      .where(or(and(...spelled), ...englishNamesIn(q).map(named)))
      .orderBy(asc(amltrixTechniques.externalId))
      .limit(limit),
  );
}
