import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { adoptionChanges, adoptionItems } from "~db/schema";
import { mayWorkOnBoards } from "./adoption.policy";
import { findBoardId } from "./boards.server";
import { isGivable } from "./is-givable.server";
import { lockItems } from "./lock-items.server";
import { type ItemWrite, writeItems } from "./write-items.server";

type Undoing = { number: string; batchId: string; by: Viewer; at: Date };

/** Puts back what a change found, wherever nobody has changed it since; what others did in the meantime stays. */
export function undoChange(db: Db, { number, batchId, by, at }: Undoing) {
  return asViewer(db, by, async (tx) => {
    if (!mayWorkOnBoards(by)) return refused("not_allowed");
    const boardId = await findBoardId(tx, number);
    if (!boardId) return refused("not_found");
    const changes = await tx
      .select({
        indicatorId: adoptionChanges.indicatorId,
        revision: adoptionChanges.revision,
        before: adoptionChanges.before,
        publicId: adoptionItems.publicId,
      })
      .from(adoptionChanges)
      .innerJoin(
        adoptionItems,
        and(
          eq(adoptionItems.boardId, adoptionChanges.boardId),
          eq(adoptionItems.indicatorId, adoptionChanges.indicatorId),
        ),
      )
      .where(and(eq(adoptionChanges.boardId, boardId), eq(adoptionChanges.batchId, batchId)));
    if (changes.length === 0) return refused("not_found");
    const publicIds = changes.map(({ publicId }) => publicId);
    const locked = await lockItems(tx, { number, publicIds, memberId: by.memberId, at });
    if (!locked.ok) return locked;
    const { board, items } = locked.value;

    const writes: ItemWrite[] = [];
    for (const item of items) {
      const change = changes.find(({ indicatorId }) => indicatorId === item.indicatorId);
      if (!change || change.revision !== item.revision) continue;
      // An owner who has left since is not made the owner of anything again.
      const isHere = await isGivable(tx, change.before.ownerId, by.organisationId);
      writes.push({ item, after: isHere ? change.before : { ...change.before, ownerId: null } });
    }
    await writeItems(tx, { board, writes, batchId: randomUUID(), action: "adoption.undone", by, at });
    return done({ restored: writes.length, kept: changes.length - writes.length });
  });
}
