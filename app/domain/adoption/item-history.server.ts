import { and, desc, eq, inArray } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { adoptionChanges, adoptionItems, members } from "~db/schema";
import { mayReadBoards } from "./adoption.policy";
import { findBoardId } from "./boards.server";

/** What became of one red flag on the institution's board, the newest first, with the names of all who appear in it. */
export async function listItemHistory(
  db: Db,
  viewer: Viewer,
  { number, publicId }: { number: string; publicId: string },
) {
  if (!mayReadBoards(viewer)) return [];
  return asViewer(db, viewer, async (tx) => {
    const boardId = await findBoardId(tx, number);
    if (!boardId) return [];
    const rows = await tx
      .select({
        revision: adoptionChanges.revision,
        memberId: adoptionChanges.memberId,
        at: adoptionChanges.at,
        before: adoptionChanges.before,
        after: adoptionChanges.after,
      })
      .from(adoptionChanges)
      .innerJoin(
        adoptionItems,
        and(
          eq(adoptionItems.boardId, adoptionChanges.boardId),
          eq(adoptionItems.indicatorId, adoptionChanges.indicatorId),
        ),
      )
      .where(and(eq(adoptionChanges.boardId, boardId), eq(adoptionItems.publicId, publicId)))
      .orderBy(desc(adoptionChanges.revision));
    const ids = rows.flatMap(({ memberId, before, after }) =>
      [memberId, before.ownerId, after.ownerId].filter((id) => id !== null),
    );
    const people =
      ids.length > 0
        ? await tx
            .select({ id: members.id, name: members.name })
            .from(members)
            .where(inArray(members.id, ids))
        : [];
    const nameOf = (id: string | null) => people.find((one) => one.id === id)?.name ?? null;
    return rows.map(({ memberId, before, after, ...row }) => ({
      ...row,
      by: nameOf(memberId),
      before: { ...before, ownerName: nameOf(before.ownerId) },
      after: { ...after, ownerName: nameOf(after.ownerId) },
    }));
  });
}
export type ItemHistory = Awaited<ReturnType<typeof listItemHistory>>;
