import { desc, eq, inArray, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { SecretKeys } from "~/domain/auth/secret-key.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { readMinutes } from "~/domain/minutes/minutes.server";
import { findRoomSeal } from "~/domain/roundtables/room-seal.server";
import { alphabetically } from "~db/alphabet";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import {
  organisations,
  roundtableAuthorities,
  roundtableSummaries,
  roundtableSummaryApprovals,
  summaries,
} from "~db/schema";
import { keptColumns, type Link } from "./lock-summary.server";
import type { SummaryWords } from "./summary.form";

const columns = {
  id: summaries.id,
  title: summaries.title,
  body: summaries.body,
  tlp: summaries.tlp,
  period: summaries.period,
  issuers: summaries.issuers,
  withdrawnOn: summaries.withdrawnOn,
  withdrawal: summaries.withdrawal,
};

export type ReadSummary = Awaited<ReturnType<typeof listSummaries>>[number];

/** What this viewer may read: the latest periods first, and within one in an order that says nothing. */
export const listSummaries = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx) =>
    withIssuers(tx, await tx.select(columns).from(summaries).orderBy(desc(summaries.period), summaries.id)),
  );

export const findSummary = (db: Db, viewer: Viewer, id: string) =>
  asViewer(db, viewer, async (tx) => {
    const [one] = await withIssuers(tx, await tx.select(columns).from(summaries).where(eq(summaries.id, id)));
    return one;
  });

async function withIssuers<Row extends { issuers: string[] }>(tx: Transaction, rows: Row[]) {
  const ids = [...new Set(rows.flatMap(({ issuers }) => issuers))];
  const named = ids.length > 0 ? await listNamed(tx, ids) : [];
  return rows.map((row) => ({ ...row, by: named.filter(({ id }) => row.issuers.includes(id)) }));
}

const listNamed = (tx: Transaction, ids: string[]) =>
  tx
    .select({
      id: organisations.id,
      shortName: organisations.shortName,
      name: { es: organisations.nameEs, en: organisations.nameEn },
    })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(alphabetically(organisations.shortName));

export type OwnSummary = NonNullable<Awaited<ReturnType<typeof findOwnSummary>>>;
type Standing = { shows_from: string; shown: boolean; withdrawn: boolean; withdrawal: Text | null };

/** The summary of a session as its room has it: to whoever convenes while it is written, to everyone who entered once it is published. */
export const findOwnSummary = (db: Db, viewer: Viewer, { id, keys }: { id: string; keys: SecretKeys }) =>
  asViewer(db, viewer, async (tx) => {
    const minutes = await readMinutes(tx, viewer, { id, keys });
    const sealed = minutes && (await findRoomSeal(tx, { roundtableId: id, keys }));
    if (!minutes || !sealed || !isMember(viewer)) return undefined;
    const [kept] = await tx
      .select(keptColumns)
      .from(roundtableSummaries)
      .where(eq(roundtableSummaries.roundtableId, id));
    const link = kept?.link ? sealed.open<Link>("summary-link", kept.link) : undefined;
    const [standing] = link
      ? await tx.execute<Standing>(
          sql`select shows_from, shown, withdrawn, withdrawal from summary_standing(${link.id}::uuid, ${link.secret})`,
        )
      : [];
    return {
      id,
      title: minutes.title,
      notes: minutes.notes,
      notesApproved: minutes.approved,
      words: kept ? sealed.open<SummaryWords>("summary", kept.words) : null,
      revision: kept?.revision ?? 0,
      approvals: await listApprovals(tx, id, kept?.wordsHash ?? ""),
      /** Of what is published: where it is read, from which day on, and whether it was taken back. */
      published:
        link && standing
          ? {
              id: link.id,
              showsFrom: standing.shows_from,
              shown: standing.shown,
              withdrawn: standing.withdrawn,
              withdrawal: standing.withdrawal,
            }
          : null,
    };
  });

const listApprovals = (tx: Transaction, id: string, wordsHash: string) =>
  tx
    .select({
      authorityId: organisations.id,
      shortName: organisations.shortName,
      approvedAt: roundtableSummaryApprovals.approvedAt,
    })
    .from(roundtableAuthorities)
    .innerJoin(organisations, eq(organisations.id, roundtableAuthorities.authorityId))
    .leftJoin(
      roundtableSummaryApprovals,
      sql`${roundtableSummaryApprovals.roundtableId} = ${roundtableAuthorities.roundtableId} and ${roundtableSummaryApprovals.authorityId} = ${roundtableAuthorities.authorityId} and ${roundtableSummaryApprovals.wordsHash} = ${wordsHash}`,
    )
    .where(eq(roundtableAuthorities.roundtableId, id))
    .orderBy(alphabetically(organisations.shortName));
