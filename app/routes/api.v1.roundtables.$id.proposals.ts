import { refused } from "~/domain/outcome";
import { listSentProposals } from "~/domain/proposals/proposals.server";
import { proposeFromRoom } from "~/domain/proposals/propose-from-room.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/summaries";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.listSentProposals, async ({ db, by, params: { id }, query: { cursor } }) => {
    const found = await listSentProposals(db, by, { id, keys: await secretKeys() });
    return found ? stretchOf(found, [operations.listSentProposals.path, id], cursor) : refused("not_found");
  }),
  bind(operations.proposeFromRoom, async ({ db, by, at, params, body }) =>
    replied(
      await proposeFromRoom(db, { roundtableId: params.id, ...body, keys: await secretKeys(), by, at }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
