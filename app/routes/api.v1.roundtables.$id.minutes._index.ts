import { findMinutes } from "~/domain/minutes/minutes.server";
import { writeMinutes } from "~/domain/minutes/write-minutes.server";
import { done, refused } from "~/domain/outcome";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import { minutesAsAnswer } from "~/http/api/minutes-answers";
import * as operations from "~/http/api/operations/minutes";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findMinutes, async ({ db, by, params: { id } }) => {
    const found = await findMinutes(db, by, { id, keys: await secretKeys() });
    return found ? done({ body: minutesAsAnswer(found) }) : refused("not_found");
  }),
  bind(operations.writeMinutes, async (asked) =>
    replied(await writeMinutes(asked.db, { ...asked.body, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
