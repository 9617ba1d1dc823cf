import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/vaults";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.endRoundtable, async ({ db, by, at, params }) =>
    replied(await endRoundtable(db, { roundtableId: params.id, keys: await secretKeys(), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
