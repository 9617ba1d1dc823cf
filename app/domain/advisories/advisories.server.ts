import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  advisories,
  advisoryNumbers,
  advisoryVersions,
  redFlagReferences,
  typologies,
  versionAttachments,
  versionDetails,
  versionRedFlags,
  versionSections,
} from "~db/schema";
import { type AdvisoryStatus, foldNumber, publicRedFlagId } from "./advisory";
import type { AdvisoryContent, RedFlag, Text } from "./advisory.form";
import { contentHash } from "./content-hash.server";
import { contentOfParts, type Detail, type Envelope } from "./version-parts";

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

/** The advisory that carries this number or alias, in its current version or version `n`; undefined if unseen. */
export function findAdvisory(
  db: Db,
  viewer: Viewer,
  number: string,
  n?: number,
): Promise<AdvisoryView | undefined> {
  return asViewer(db, viewer, async (tx) => {
    const known = await findVersions(tx, number, n === undefined ? [] : [n]);
    return known && readVersion(tx, known, n ?? known.advisory.currentVersion);
  });
}

/** Two versions of one advisory, for comparing; undefined when either is unseen. */
export function findTwoVersions(db: Db, viewer: Viewer, number: string, from: number, to: number) {
  return asViewer(db, viewer, async (tx) => {
    const known = await findVersions(tx, number, [from, to]);
    if (!known) return undefined;
    const [before, after] = await Promise.all([readVersion(tx, known, from), readVersion(tx, known, to)]);
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
      advisory: {
        id: advisories.id,
        number: advisories.number,
        status: advisories.status,
        leadOrganisationId: advisories.leadOrganisationId,
        currentVersion: advisories.currentVersion,
        firstPublishedAt: advisories.firstPublishedAt,
        withdrawnAt: advisories.withdrawnAt,
        withdrawalReasonEs: advisories.withdrawalReasonEs,
        withdrawalReasonEn: advisories.withdrawalReasonEn,
        replacedBy: advisories.replacedBy,
      },
      id: advisoryVersions.id,
      n: advisoryVersions.n,
      publishedAt: advisoryVersions.publishedAt,
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
  const [content, catalogued, open] = await Promise.all([
    contentOfVersion(tx, { id: version.id, envelope }),
    findCatalogued(
      tx,
      envelope.typologies.map(({ code }) => code),
    ),
    findOpenNumbers(tx, related),
  ]);

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

/** What the catalogue says of these codes. */
export const findCatalogued = async (tx: Transaction, codes: string[]) =>
  codes.length > 0
    ? tx
        .select({
          code: typologies.code,
          nameEs: typologies.nameEs,
          nameEn: typologies.nameEn,
          amltrix: typologies.amltrix,
        })
        .from(typologies)
        .where(isAmong(typologies.code, codes))
        .prepare("typologies")
        .execute()
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
  const [details, sections, redFlags, named, attachments] = await Promise.all([
    tx
      .select({ kind: versionDetails.kind, content: versionDetails.content })
      .from(versionDetails)
      .where(eq(versionDetails.versionId, version.id))
      .orderBy(asc(versionDetails.position))
      .prepare("version_details")
      .execute(),
    tx
      .select({ content: versionSections.content })
      .from(versionSections)
      .where(eq(versionSections.versionId, version.id))
      .orderBy(asc(versionSections.position))
      .prepare("version_sections")
      .execute(),
    tx
      .select({ versionId: versionRedFlags.versionId, content: versionRedFlags.content })
      .from(versionRedFlags)
      .where(eq(versionRedFlags.versionId, version.id))
      .orderBy(asc(versionRedFlags.position))
      .prepare("version_red_flags")
      .execute(),
    findReferences(tx, [version.id]),
    tx
      .select({ content: versionAttachments.content })
      .from(versionAttachments)
      .where(eq(versionAttachments.versionId, version.id))
      .orderBy(asc(versionAttachments.position))
      .prepare("version_attachments")
      .execute(),
  ]);
  return contentOfParts({
    envelope: version.envelope,
    // Kind and content of a row belong together; the table's type does not know that.
    details: details as Detail[],
    sections: sections.map((row) => row.content),
    redFlags: redFlags.map((flag) => namingOthers(flag, named)),
    attachments: attachments.map((row) => row.content),
  });
}

type PrintedFlag = { versionId: string; content: RedFlag };
type References = Awaited<ReturnType<typeof findReferences>>;

/** Red flags as versions print them, with the others that they name as far as the transaction's viewer may know of those. */
export async function withReferences(tx: Transaction, flags: PrintedFlag[]): Promise<RedFlag[]> {
  const named = await findReferences(tx, [...new Set(flags.map(({ versionId }) => versionId))]);
  return flags.map((flag) => namingOthers(flag, named));
}

const findReferences = (tx: Transaction, versionIds: string[]) =>
  tx
    .select({
      versionId: redFlagReferences.versionId,
      indicatorId: redFlagReferences.indicatorId,
      kind: redFlagReferences.kind,
      publicId: redFlagReferences.publicId,
    })
    .from(redFlagReferences)
    .where(isAmong(redFlagReferences.versionId, versionIds))
    .orderBy(asc(redFlagReferences.position))
    .prepare("red_flag_references")
    .execute();

function namingOthers({ versionId, content }: PrintedFlag, named: References): RedFlag {
  const own = named.filter((one) => one.versionId === versionId && one.indicatorId === content.id);
  const ids = (kind: string) => own.filter((one) => one.kind === kind).map(({ publicId }) => publicId);
  return { ...content, combinesWith: ids("combines-with"), mergedInto: ids("merged-into")[0] ?? null };
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
        versionId: advisoryVersions.id,
        version: advisoryVersions.n,
        publishedAt: advisoryVersions.publishedAt,
        content: versionRedFlags.content,
      })
      .from(versionRedFlags)
      .innerJoin(advisoryVersions, eq(advisoryVersions.id, versionRedFlags.versionId))
      .where(eq(advisoryVersions.advisoryId, advisory.id))
      .orderBy(asc(advisoryVersions.n));
    const own = rows.filter(({ content }) => content.home === null && content.n === n);
    const flags = await withReferences(tx, own);
    const printings: RedFlagPrinting[] = own.flatMap(({ version, publishedAt }, i) => {
      const content = flags[i];
      return content ? [{ version, publishedAt, content }] : [];
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
