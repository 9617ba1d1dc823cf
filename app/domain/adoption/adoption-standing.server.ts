import { eq, sql } from "drizzle-orm";
import { foldNumber } from "~/domain/advisories/advisory";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { adoptionAcknowledgements, adoptionBoards, advisoryNumbers } from "~db/schema";
import { isClosed, progressOf } from "./adoption";
import { mayReadBoards, mayWorkOnBoards } from "./adoption.policy";
import { listBoardRows } from "./board-rows.server";

/** How the viewer's institution stands to an advisory; null to who has no institution. */
export async function findAdoptionStanding(db: Db, viewer: Viewer, advisoryNumber: string) {
  if (!mayReadBoards(viewer)) return null;
  const mayWork = mayWorkOnBoards(viewer);
  return asViewer(db, viewer, async (tx) => {
    const [board] = await tx
      .select({
        id: adoptionBoards.id,
        received: sql<number>`(select max(k.version) from ${adoptionAcknowledgements} k where k.board_id = ${adoptionBoards.id})`,
      })
      .from(adoptionBoards)
      .innerJoin(advisoryNumbers, eq(advisoryNumbers.advisoryId, adoptionBoards.advisoryId))
      .where(eq(advisoryNumbers.folded, foldNumber(advisoryNumber)))
      .prepare("adoption_standing")
      .execute();
    if (!board) return { begun: false, received: 0, decided: 0, total: 0, mayWork };
    const rows = (await listBoardRows(tx, [board.id])).filter((row) => !isClosed(row));
    const { decided, total } = progressOf(rows, "");
    return { begun: true, received: board.received, decided, total, mayWork };
  });
}
