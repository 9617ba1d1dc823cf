import { and, desc, eq, ilike, isNull, ne, or, sql } from "drizzle-orm";
import type { Text } from "~/domain/advisories/advisory.form";
import type { Member } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { advisories, advisoryVersions, drafts } from "~db/schema";

/** What the member's authority has issued as lead, newest first, with the draft that amends it if one is open. */
export function listIssued(db: Db, viewer: Member, { q, limit }: { q: string; limit: number }) {
  const like = `%${q.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return asViewer(db, viewer, (tx) =>
    tx
      .select({
        number: advisories.number,
        type: advisories.type,
        status: advisories.status,
        version: advisoryVersions.n,
        title: sql<Text>`${advisoryVersions.envelope} -> 'title'`,
        publishedAt: advisoryVersions.publishedAt,
        draftId: drafts.id,
      })
      .from(advisories)
      .innerJoin(
        advisoryVersions,
        and(
          eq(advisoryVersions.advisoryId, advisories.id),
          eq(advisoryVersions.n, advisories.currentVersion),
        ),
      )
      .leftJoin(
        drafts,
        and(eq(drafts.advisoryId, advisories.id), isNull(drafts.publishedAt), isNull(drafts.discardedAt)),
      )
      .where(
        and(
          eq(advisories.leadOrganisationId, viewer.organisationId),
          ne(advisories.status, "draft"),
          q.trim() === ""
            ? undefined
            : or(ilike(advisories.number, like), sql`${advisoryVersions.envelope} ->> 'title' ilike ${like}`),
        ),
      )
      .orderBy(desc(advisories.lastPublishedAt))
      .limit(limit),
  );
}
