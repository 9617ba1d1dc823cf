import { desc, eq, sql } from "drizzle-orm";
import type { AdvisoryStatus } from "~/domain/advisories/advisory";
import type { Issuer, Text, Tlp } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { advisories, advisoryVersions } from "~db/schema";

/** A version that was published, or an advisory that went out of force. */
export type FeedEntry = {
  /** Of the version. */
  id: string;
  number: string;
  status: Exclude<AdvisoryStatus, "draft">;
  n: number;
  at: Date;
  tlp: Tlp;
  title: Text;
  summary: Text;
  /** What changed in the version; of one withdrawn, why. */
  note: Text;
  issuers: Issuer[];
};

const most = 50;

const printed = {
  id: advisoryVersions.id,
  number: advisories.number,
  status: advisories.status,
  n: advisoryVersions.n,
  title: sql<Text>`${advisoryVersions.envelope} -> 'title'`,
  summary: sql<Text>`${advisoryVersions.envelope} -> 'summary'`,
  issuers: sql<Issuer[]>`${advisoryVersions.envelope} -> 'issuers'`,
};

/**
 * What this viewer may read just now, the newest first. An advisory out of force is told as that alone: nobody is to load what no
 * longer holds.
 */
export const listFeedEntries = (db: Db, viewer: Viewer) =>
  asViewer(db, viewer, async (tx): Promise<FeedEntry[]> => {
    const ended = sql`coalesce(${advisories.withdrawnAt}, ${advisories.supersededAt})`;
    const versions = await tx
      .select({
        ...printed,
        at: advisoryVersions.publishedAt,
        tlp: advisoryVersions.tlp,
        note: sql<Text>`${advisoryVersions.envelope} -> 'changeNote'`,
      })
      .from(advisoryVersions)
      .innerJoin(advisories, eq(advisories.id, advisoryVersions.advisoryId))
      .where(eq(advisories.status, "published"))
      .orderBy(desc(advisoryVersions.publishedAt), desc(advisoryVersions.id))
      .limit(most);
    const outOfForce = await tx
      .select({
        ...printed,
        at: ended.mapWith(advisories.withdrawnAt),
        tlp: advisories.tlp,
        note: sql<Text>`jsonb_build_object('es', coalesce(${advisories.withdrawalReasonEs}, ''), 'en', coalesce(${advisories.withdrawalReasonEn}, ''))`,
      })
      .from(advisories)
      .innerJoin(
        advisoryVersions,
        sql`${advisoryVersions.advisoryId} = ${advisories.id} and ${advisoryVersions.n} = ${advisories.currentVersion}`,
      )
      .where(sql`${ended} is not null`)
      .orderBy(sql`${ended} desc`, desc(advisories.id))
      .limit(most);
    return [...versions, ...outOfForce]
      .flatMap(({ status, ...entry }) => (status === "draft" ? [] : [{ ...entry, status }]))
      .sort((a, b) => b.at.getTime() - a.at.getTime())
      .slice(0, most);
  });
