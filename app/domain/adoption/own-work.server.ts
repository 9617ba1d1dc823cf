import { and, asc, eq, sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db, type Transaction } from "~db/client.server";
import { adoptionBoards, adoptionItems, advisories, indicators } from "~db/schema";
import { mayReadBoards } from "./adoption.policy";

/** The red flags in force that the viewer looks after and that are not settled, the nearest date first. */
export async function listOwnItems(db: Db, viewer: Viewer) {
  if (!mayReadBoards(viewer)) return [];
  return asViewer(db, viewer, (tx) => selectOwnItems(tx, viewer.memberId));
}
export type OwnItem = Awaited<ReturnType<typeof selectOwnItems>>[number];

export const selectOwnItems = (tx: Transaction, memberId: string) =>
  tx
    .select({
      boardId: adoptionItems.boardId,
      number: advisories.number,
      publicId: adoptionItems.publicId,
      dueOn: adoptionItems.dueOn,
      note: adoptionItems.note,
      changedAt: adoptionItems.changedAt,
    })
    .from(adoptionItems)
    .innerJoin(adoptionBoards, eq(adoptionBoards.id, adoptionItems.boardId))
    .innerJoin(advisories, eq(advisories.id, adoptionBoards.advisoryId))
    .innerJoin(indicators, eq(indicators.id, adoptionItems.indicatorId))
    .where(
      and(
        eq(adoptionItems.ownerId, memberId),
        eq(adoptionItems.state, "not-started"),
        sql`${indicators.state} in ('active', 'amended')`,
      ),
    )
    .orderBy(sql`${adoptionItems.dueOn} asc nulls last`, asc(adoptionItems.publicId));
