import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisories,
  advisoryNumbers,
  advisoryVersions,
  indicators,
  typologies,
  versionAttachments,
  versionRedFlags,
  versionSections,
} from "~db/schema";
import { type AdvisoryStatus, foldNumber, publicRedFlagId } from "./advisory";
import type { AdvisoryContent, RedFlag, Text } from "./advisory.form";
import { contentHash } from "./content-hash.server";
import { contentHashOf } from "./content-hash-of.server";

/** An issued advisory as this viewer may see it: parts above what they may read are not in it, nor counted. */
export type AdvisoryView = {
  id: string;
  number: string;
  status: AdvisoryStatus;
  version: number;
  currentVersion: number;
  firstPublishedAt: Date;
  publishedAt: Date;
  leadOrganisationId: string;
  withdrawal: { at: Date; reason: Text } | null;
  /** Number of the advisory to read instead. */
  replacedBy: string | null;
  content: AdvisoryContent;
  /** SHA-256 of `content` as shown: whoever holds the same view can reckon it again. */
  contentHash: string;
  versions: { n: number; publishedAt: Date; changeNote: Text }[];
  typologies: { code: string; name: Text; amltrix: string[] }[];
  /** Numbers among the relations that this viewer can open. */
  linkable: string[];
};

type Envelope = (typeof advisoryVersions.$inferSelect)["envelope"];

/** The advisory that carries this number or alias, in its current version or version `n`; undefined if unseen. */
export function findAdvisory(
  db: Db,
  viewer: Viewer,
  number: string,
  n?: number,
): Promise<AdvisoryView | undefined> {
  return asViewer(db, viewer, async (tx) => {
    const known = await findVersions(tx, number, n === undefined ? [] : [n]);
    return known && readVersion(tx, viewer, known, n ?? known.advisory.currentVersion);
  });
}

/** Two versions of one advisory, for comparing; undefined when either is unseen. */
export function findTwoVersions(db: Db, viewer: Viewer, number: string, from: number, to: number) {
  return asViewer(db, viewer, async (tx) => {
    const known = await findVersions(tx, number, [from, to]);
    if (!known) return undefined;
    const [before, after] = await Promise.all([
      readVersion(tx, viewer, known, from),
      readVersion(tx, viewer, known, to),
    ]);
    return before && after ? { before, after } : undefined;
  });
}

type KnownVersions = NonNullable<Awaited<ReturnType<typeof findVersions>>>;

/** An advisory and its versions, newest first; those in `wanted`, or else the current one, with their envelopes. */
async function findVersions(tx: Transaction, number: string, wanted: number[]) {
  const isWanted =
    wanted.length > 0
      ? inArray(advisoryVersions.n, wanted)
      : eq(advisoryVersions.n, advisories.currentVersion);
  const rows = await tx
    .select({
      advisory: advisories,
      id: advisoryVersions.id,
      n: advisoryVersions.n,
      publishedAt: advisoryVersions.publishedAt,
      contentHash: advisoryVersions.contentHash,
      changeNote: sql<Text>`${advisoryVersions.envelope} -> 'changeNote'`,
      envelope: sql<Envelope | null>`case when ${isWanted} then ${advisoryVersions.envelope} end`,
    })
    .from(advisoryNumbers)
    .innerJoin(advisories, eq(advisories.id, advisoryNumbers.advisoryId))
    .innerJoin(advisoryVersions, eq(advisoryVersions.advisoryId, advisories.id))
    .where(eq(advisoryNumbers.folded, foldNumber(number)))
    .orderBy(desc(advisoryVersions.n))
    .prepare("advisory_versions")
    .execute();
  const advisory = rows[0]?.advisory;
  if (!advisory || advisory.currentVersion === null || !advisory.firstPublishedAt) return undefined;
  const { currentVersion, firstPublishedAt } = advisory;
  return { advisory: { ...advisory, currentVersion, firstPublishedAt }, versions: rows };
}

async function readVersion(
  tx: Transaction,
  viewer: Viewer,
  { advisory, versions }: KnownVersions,
  n: number,
): Promise<AdvisoryView | undefined> {
  const version = versions.find((one) => one.n === n);
  if (!version?.envelope) return undefined;
  const { envelope } = version;
  const related = [...envelope.relations.map(({ number }) => number), advisory.replacedBy ?? ""].filter(
    Boolean,
  );
  // Asked all at once: the connection answers them one after the other without waiting for us in between.
  const [readable, catalogued, open] = await Promise.all([
    contentOfVersion(tx, { id: version.id, envelope }),
    findCatalogued(
      tx,
      envelope.typologies.map(({ code }) => code),
    ),
    findOpenNumbers(tx, related),
  ]);
  const content = withoutUnseen(readable, {
    seenFlags: await seenReferences(tx, readable.redFlags),
    issuer: isMember(viewer) && advisory.authorities.includes(viewer.organisationId),
    whole: contentHashOf(advisory.number, readable) === version.contentHash,
  });

  return {
    id: advisory.id,
    number: advisory.number,
    status: advisory.status,
    version: version.n,
    currentVersion: advisory.currentVersion,
    firstPublishedAt: advisory.firstPublishedAt,
    publishedAt: version.publishedAt,
    leadOrganisationId: advisory.leadOrganisationId,
    withdrawal: advisory.withdrawnAt
      ? {
          at: advisory.withdrawnAt,
          reason: { es: advisory.withdrawalReasonEs ?? "", en: advisory.withdrawalReasonEn ?? "" },
        }
      : null,
    replacedBy: advisory.replacedBy,
    content,
    contentHash: contentHash(content),
    versions: versions.map(({ n, publishedAt, changeNote }) => ({ n, publishedAt, changeNote })),
    typologies: content.typologies.map(({ code, printed }) => {
      const entry = catalogued.find((one) => one.code === code);
      return {
        code,
        name: entry ? { es: entry.nameEs, en: entry.nameEn } : printed,
        amltrix: entry?.amltrix ?? [],
      };
    }),
    linkable: related.filter((number) => open.has(foldNumber(number))),
  };
}

const findCatalogued = async (tx: Transaction, codes: string[]) =>
  codes.length > 0
    ? tx.select().from(typologies).where(isAmong(typologies.code, codes)).prepare("typologies").execute()
    : [];

/** Those of the numbers, folded, that the transaction's viewer can open. */
async function findOpenNumbers(tx: Transaction, numbers: string[]) {
  if (numbers.length === 0) return new Set<string>();
  const rows = await tx
    .select({ folded: advisoryNumbers.folded })
    .from(advisoryNumbers)
    .innerJoin(advisories, eq(advisories.id, advisoryNumbers.advisoryId))
    .where(isAmong(advisoryNumbers.folded, numbers.map(foldNumber)))
    .prepare("open_numbers")
    .execute();
  return new Set(rows.map(({ folded }) => folded));
}

/** As one parameter, so that lists of every length are one prepared statement. */
const isAmong = (column: PgColumn, values: string[]) => sql`${column} = any(${sql.param(values)})`;

/** A version put together again from the parts that the transaction's viewer may read. */
export async function contentOfVersion(
  tx: Transaction,
  version: Pick<typeof advisoryVersions.$inferSelect, "id" | "envelope">,
): Promise<AdvisoryContent> {
  const [sections, redFlags, attachments] = await Promise.all([
    tx
      .select({ content: versionSections.content })
      .from(versionSections)
      .where(eq(versionSections.versionId, version.id))
      .orderBy(asc(versionSections.position))
      .prepare("version_sections")
      .execute(),
    tx
      .select({ content: versionRedFlags.content })
      .from(versionRedFlags)
      .where(eq(versionRedFlags.versionId, version.id))
      .orderBy(asc(versionRedFlags.position))
      .prepare("version_red_flags")
      .execute(),
    tx
      .select({ content: versionAttachments.content })
      .from(versionAttachments)
      .where(eq(versionAttachments.versionId, version.id))
      .orderBy(asc(versionAttachments.position))
      .prepare("version_attachments")
      .execute(),
  ]);
  return {
    ...version.envelope,
    sections: sections.map((row) => row.content),
    redFlags: redFlags.map((row) => row.content),
    attachments: attachments.map((row) => row.content),
  };
}

/** Red flags whose references to others name only such as the transaction's viewer may read. */
export const withSeenReferences = async (tx: Transaction, flags: RedFlag[]) =>
  namingOnly(flags, await seenReferences(tx, flags));

async function seenReferences(tx: Transaction, flags: RedFlag[]) {
  const named = flags
    .flatMap(({ combinesWith, mergedInto }) => [...combinesWith, mergedInto ?? ""])
    .filter(Boolean);
  const seen = named.length
    ? await tx
        .select({ id: indicators.publicId })
        .from(indicators)
        .where(isAmong(indicators.publicId, named))
        .prepare("seen_references")
        .execute()
    : [];
  return new Set(seen.map(({ id }) => id));
}

const namingOnly = (flags: RedFlag[], seen: Set<string>): RedFlag[] =>
  flags.map((flag) => ({
    ...flag,
    combinesWith: flag.combinesWith.filter((id) => seen.has(id)),
    mergedInto: flag.mergedInto && seen.has(flag.mergedInto) ? flag.mergedInto : null,
  }));

type Sight = {
  /** Public ids of the red flags that the reader may know of. */
  seenFlags: Set<string>;
  issuer: boolean;
  /** No part was left out. */
  whole: boolean;
};

/** Drops what would tell of a part that was left out: groups and key terms of unseen flags, references to them, the audience. */
export function withoutUnseen(
  content: AdvisoryContent,
  { seenFlags, issuer, whole }: Sight,
): AdvisoryContent {
  const groups = new Set(content.redFlags.map(({ group }) => group));
  return {
    ...content,
    audience: issuer ? content.audience : { jurisdictions: [], sectors: [], organisations: [], members: [] },
    // A group that stands empty in the whole document is shown; else nobody could tell it from one whose flags are unseen.
    groups: content.groups.filter(({ id }) => whole || groups.has(id)),
    redFlags: namingOnly(content.redFlags, seenFlags),
    filing: {
      ...content.filing,
      us: {
        ...content.filing.us,
        keyTerms: content.filing.us.keyTerms.filter(
          ({ appliesTo }) => whole || appliesTo === null || groups.has(appliesTo),
        ),
      },
    },
  };
}

export type RedFlagPrinting = {
  version: number;
  publishedAt: Date;
  content: AdvisoryContent["redFlags"][number];
};

/** Every printing of one red flag in its home advisory that this viewer may see, oldest first. */
export function findRedFlagHistory(db: Db, viewer: Viewer, number: string, n: number) {
  return asViewer(db, viewer, async (tx) => {
    const advisory = await findAdvisory(tx, viewer, number);
    if (!advisory) return undefined;
    const rows = await tx
      .select({
        version: advisoryVersions.n,
        publishedAt: advisoryVersions.publishedAt,
        content: versionRedFlags.content,
      })
      .from(versionRedFlags)
      .innerJoin(advisoryVersions, eq(advisoryVersions.id, versionRedFlags.versionId))
      .where(eq(advisoryVersions.advisoryId, advisory.id))
      .orderBy(asc(advisoryVersions.n));
    const own = rows.filter(({ content }) => content.home === null && content.n === n);
    const flags = await withSeenReferences(
      tx,
      own.map(({ content }) => content),
    );
    const printings: RedFlagPrinting[] = own.flatMap((row, i) => {
      const content = flags[i];
      return content ? [{ ...row, content }] : [];
    });
    const first = printings[0];
    if (!first) return undefined;
    const elsewhere = await tx
      .select({ number: advisories.number })
      .from(versionRedFlags)
      .innerJoin(advisoryVersions, eq(advisoryVersions.id, versionRedFlags.versionId))
      .innerJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
      .where(and(eq(versionRedFlags.indicatorId, first.content.id), eq(versionRedFlags.current, true)));
    return {
      publicId: publicRedFlagId(advisory.number, first.content),
      advisory,
      printings,
      alsoIn: [...new Set(elsewhere.map((row) => row.number))].filter((one) => one !== advisory.number),
    };
  });
}
