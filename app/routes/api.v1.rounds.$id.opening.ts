import { openRound } from "~/domain/rounds/open-round.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rounds";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.openRound, async ({ db, by, at, params: { id: roundId }, body }) =>
    replied(await openRound(db, { ...body, roundId, keys: await secretKeys(), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
