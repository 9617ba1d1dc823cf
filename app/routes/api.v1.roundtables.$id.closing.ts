import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/vaults";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.closeRoundtable, async ({ db, by, at, params }) =>
    replied(await closeRoundtable(db, { roundtableId: params.id, keys: await secretKeys(), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
