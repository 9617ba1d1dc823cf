import { mayReadBoards } from "~/domain/adoption/adoption.policy";
import { listBoards as list } from "~/domain/adoption/boards.server";
import { refused } from "~/domain/outcome";
import { dayIn } from "~/http/adoption.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { listBoards } from "~/http/api/operations/adoption";

const resource = answering(
  bind(listBoards, async ({ db, by, at, query: { cursor } }) => {
    if (!mayReadBoards(by)) return refused("not_allowed");
    const boards = await list(db, by, { today: dayIn(by.timeZone, at) });
    const items = boards.map(({ number, advisory, acknowledged, progress, closed }) => ({
      number,
      currentVersion: advisory?.currentVersion ?? null,
      acknowledged: acknowledged && {
        version: acknowledged.version,
        at: acknowledged.at.toISOString(),
        by: acknowledged.by,
      },
      progress,
      closed,
    }));
    return stretchOf(items, listBoards.path, cursor);
  }),
);

export const loader = resource;
export const action = resource;
