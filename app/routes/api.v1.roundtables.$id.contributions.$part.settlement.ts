import { settleQuestion } from "~/domain/floor/settle-question.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(operations.settleQuestion, async (asked) =>
    replied(
      await settleQuestion(asked.db, {
        contributionId: asked.params.part,
        ...asked.body,
        ...(await inRoom(asked)),
      }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
