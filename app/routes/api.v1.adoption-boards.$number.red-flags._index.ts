import { isClosed } from "~/domain/adoption/adoption";
import { findBoard } from "~/domain/adoption/boards.server";
import { refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listBoardRedFlags } from "~/http/api/operations/adoption";

const resource = answering(
  bind(listBoardRedFlags, async ({ db, by, params: { number }, query: { state, cursor } }) => {
    const board = await findBoard(db, by, number);
    if (!board) return refused("not_found");
    const items = board.rows
      .filter((row) => state === undefined || row.state === state)
      .map((row) => ({
        id: row.publicId,
        closed: isClosed(row),
        mark: row.mark,
        state: row.state,
        owner: row.ownerId && !row.ownerLeft ? { id: row.ownerId, name: row.ownerName } : null,
        dueOn: row.dueOn,
        note: row.note,
        revision: row.revision,
        reviewedVersion: row.reviewedVersion,
        decidedAt: row.decidedAt?.toISOString() ?? null,
        changedAt: row.changedAt?.toISOString() ?? null,
      }));
    return stretchOf(items, [listBoardRedFlags.path, number, state], cursor);
  }),
);

export const loader = resource;
export const action = resource;
