import { sql } from "drizzle-orm";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { isClosed, progressOf } from "./adoption";
import { mayReadBoards, mayWorkOnBoards } from "./adoption.policy";
import { listBoardRows } from "./board-rows.server";

/** How the viewer's institution stands to an advisory; null to who has no institution. */
export async function findAdoptionStanding(db: Db, viewer: Viewer, advisoryNumber: string) {
  if (!mayReadBoards(viewer)) return null;
  const mayWork = mayWorkOnBoards(viewer);
  return asViewer(db, viewer, async (tx) => {
    const [board] = await tx.execute<{ id: string; received: number }>(sql`
      select b.id, (select max(k.version) from adoption_acknowledgements k where k.board_id = b.id) as received
      from adoption_boards b join advisory_numbers n on n.advisory_id = b.advisory_id
      where n.folded = lower(${advisoryNumber})`);
    if (!board) return { begun: false, received: 0, decided: 0, total: 0, mayWork };
    const rows = (await listBoardRows(tx, [board.id])).filter((row) => !isClosed(row));
    const { decided, total } = progressOf(rows, "");
    return { begun: true, received: board.received, decided, total, mayWork };
  });
}
