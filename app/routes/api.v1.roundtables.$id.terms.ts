import { done, refused } from "~/domain/outcome";
import { changeTerms } from "~/domain/roundtables/change-terms.server";
import { findTerms } from "~/domain/roundtables/terms.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { inRoom } from "~/http/api/in-room.server";
import * as operations from "~/http/api/operations/rooms";
import { replied } from "~/http/api/replied";
import { receiptAsAnswer } from "~/http/api/room-answers";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findTerms, async ({ db, by, params: { id } }) => {
    const found = await findTerms(db, by, { id, keys: await secretKeys() });
    if (!found) return refused("not_found");
    const { version, words, hash, entered, receipt } = found;
    return done({ body: { version, words, hash, entered, receipt: receipt && receiptAsAnswer(receipt) } });
  }),
  bind(operations.changeTerms, async (asked) =>
    replied(await changeTerms(asked.db, { ...asked.body, ...(await inRoom(asked)) })),
  ),
);

export const loader = resource;
export const action = resource;
