import { and, desc, eq, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { adoptionBoards, advisories, advisoryVersions, versionRedFlags } from "~db/schema";
import { mayReadBoards } from "./adoption.policy";

const shown = 8;

/** Advisories in force with red flags that the institution can read and has not begun to work on, the newest first; and how many. */
export async function listUnreceived(db: Db, viewer: Viewer) {
  if (!mayReadBoards(viewer)) return { items: [], total: 0 };
  return asViewer(db, viewer, async (tx) => {
    const rows = await tx
      .select({
        number: advisories.number,
        title: sql<Text>`${advisoryVersions.envelope} -> 'title'`,
        publishedAt: advisoryVersions.publishedAt,
        total: sql<number>`count(*) over ()::int`,
      })
      .from(advisories)
      .innerJoin(
        advisoryVersions,
        and(
          eq(advisoryVersions.advisoryId, advisories.id),
          eq(advisoryVersions.n, advisories.currentVersion),
        ),
      )
      .where(
        and(
          eq(advisories.status, "published"),
          sql`exists (select 1 from ${versionRedFlags} where ${versionRedFlags.versionId} = ${advisoryVersions.id})`,
          sql`not exists (select 1 from ${adoptionBoards} where ${adoptionBoards.advisoryId} = ${advisories.id})`,
        ),
      )
      .orderBy(desc(advisoryVersions.publishedAt), desc(advisories.id))
      .limit(shown);
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  });
}
