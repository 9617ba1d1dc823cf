import { lowerHand } from "~/domain/floor/lower-hand.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { repliedDone } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.lowerHand, async ({ db, by, at, params }) =>
    repliedDone(
      await lowerHand(db, {
        roundtableId: params.id,
        memberId: params.part,
        keys: await secretKeys(),
        by,
        at,
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
