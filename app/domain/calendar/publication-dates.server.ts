import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { mayReadDraft } from "~/domain/advisories/advisory.policy";
import type { Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import { advisories, drafts } from "~db/schema";
import type { Occasion } from "./occasion";

/** When the advisories of the viewer's authority come out by themselves. */
export async function publicationDates(tx: Transaction, viewer: Member): Promise<Occasion[]> {
  const rows = await tx
    .select({
      id: drafts.id,
      authorities: drafts.authorities,
      number: advisories.number,
      content: drafts.content,
      openedAt: drafts.openedAt,
      scheduledAt: drafts.scheduledAt,
      scheduledFor: drafts.scheduledFor,
    })
    .from(drafts)
    .innerJoin(advisories, eq(advisories.id, drafts.advisoryId))
    .where(and(isNotNull(drafts.scheduledFor), isNull(drafts.publishedAt), isNull(drafts.discardedAt)));
  return rows.flatMap(({ id, authorities, number, content, openedAt, scheduledAt, scheduledFor }) =>
    scheduledFor && mayReadDraft(viewer, { authorities })
      ? [
          {
            uid: `publication-${id}`,
            kind: "publication" as const,
            when: { at: scheduledFor },
            // What is scheduled is not edited until that is lifted.
            changedAt: scheduledAt ?? openedAt,
            about: { draftId: id },
            ...(content.tlp === "CLEAR" ? { number } : {}),
          },
        ]
      : [],
  );
}
