import { closePoll } from "~/domain/floor/close-poll.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.closePoll, async ({ db, by, at, params }) =>
    replied(
      await closePoll(db, { roundtableId: params.id, pollId: params.part, keys: await secretKeys(), by, at }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
