import { and, eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Member } from "~/domain/members/viewer";
import type { Transaction } from "~db/client.server";
import { adoptionChanges, adoptionItems } from "~db/schema";
import { type ItemValues, isDecided } from "./adoption";
import type { LockedItem, LockedItems } from "./lock-items.server";

export type ItemWrite = { item: LockedItem; after: ItemValues };
type Writing = {
  board: LockedItems["board"];
  writes: ItemWrite[];
  batchId: string;
  action: "red-flags.adopted" | "adoption.undone";
  by: Member;
  at: Date;
};

/** Writes items that are locked, each with its place in the history; the audit log hears how many, never what. */
export async function writeItems(tx: Transaction, { board, writes, batchId, action, by, at }: Writing) {
  if (writes.length === 0) return;
  const { memberId } = by;
  for (const { item, after } of writes) {
    const { values: before, revision, indicatorId } = item;
    await tx
      .update(adoptionItems)
      .set({
        ...after,
        revision: revision + 1,
        changedBy: memberId,
        changedAt: at,
        ...(after.state === before.state ? {} : { decidedAt: isDecided(after.state) ? at : null }),
        ...(after.ownerId === before.ownerId
          ? {}
          : { assignedAt: after.ownerId && after.ownerId !== memberId ? at : null }),
      })
      .where(and(eq(adoptionItems.boardId, board.id), eq(adoptionItems.indicatorId, indicatorId)));
  }
  await tx.insert(adoptionChanges).values(
    writes.map(({ item: { indicatorId, revision, values: before }, after }) => ({
      boardId: board.id,
      organisationId: board.organisationId,
      indicatorId,
      revision: revision + 1,
      batchId,
      memberId,
      at,
      before,
      after,
    })),
  );
  await recordEvent(tx, {
    action,
    subject: { kind: "adoption-board", id: board.id },
    detail: { redFlags: writes.length },
    at,
  });
}
