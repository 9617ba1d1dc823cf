import { and, asc, eq, inArray } from "drizzle-orm";
import { done, type Outcome, refused } from "~/domain/outcome";
import type { Transaction } from "~db/client.server";
import { adoptionBoards, adoptionItems, advisories } from "~db/schema";
import { type ItemValues, isClosed } from "./adoption";
import { listBoardRows } from "./board-rows.server";
import { findBoardId } from "./boards.server";

export type LockedItem = {
  indicatorId: string;
  publicId: string;
  revision: number;
  values: ItemValues;
};
export type LockedItems = {
  board: { id: string; organisationId: string; currentVersion: number | null };
  items: LockedItem[];
};

type Wanted = { number: string; publicIds: readonly string[]; memberId: string; at: Date };

/** These red flags of a board under a row lock, for an act that changes them; what is closed cannot be changed. */
export async function lockItems(
  tx: Transaction,
  { number, publicIds, memberId, at }: Wanted,
): Promise<Outcome<LockedItems>> {
  const boardId = await findBoardId(tx, number);
  if (!boardId) return refused("not_found");
  const [board] = await tx
    .select({
      id: adoptionBoards.id,
      organisationId: adoptionBoards.organisationId,
      /** Null where the advisory is no longer open to the institution: then every row is closed. */
      currentVersion: advisories.currentVersion,
    })
    .from(adoptionBoards)
    .leftJoin(advisories, eq(advisories.id, adoptionBoards.advisoryId))
    .where(eq(adoptionBoards.id, boardId));
  const rows = await listBoardRows(tx, [boardId]);
  const wanted = rows.filter(({ publicId }) => publicIds.includes(publicId));
  if (!board || wanted.length < new Set(publicIds).size) return refused("not_found");
  const closed = wanted.filter(isClosed).map(({ publicId }) => publicId);
  if (closed.length > 0) return refused("red_flag_closed", { ids: closed.join(", ") });

  const { organisationId } = board;
  await tx
    .insert(adoptionItems)
    .values(
      wanted
        .map(({ indicatorId, publicId, reviewedVersion }) => ({
          boardId,
          organisationId,
          indicatorId,
          publicId,
          reviewedVersion,
          changedBy: memberId,
          changedAt: at,
        }))
        // All in one order, as everybody takes them: two bulk changes wait for each other and never in a circle.
        .sort((a, b) => (a.indicatorId < b.indicatorId ? -1 : 1)),
    )
    .onConflictDoNothing();
  const locked = await tx
    .select()
    .from(adoptionItems)
    .where(
      and(
        eq(adoptionItems.boardId, boardId),
        inArray(
          adoptionItems.indicatorId,
          wanted.map(({ indicatorId }) => indicatorId),
        ),
      ),
    )
    .orderBy(asc(adoptionItems.indicatorId))
    .for("update");
  return done({
    board,
    items: locked.map(
      ({ indicatorId, publicId, revision, state, ownerId, dueOn, note, reviewedVersion }) => ({
        indicatorId,
        publicId,
        revision,
        values: { state, ownerId, dueOn, note, reviewedVersion },
      }),
    ),
  });
}
