import { done, refused } from "~/domain/outcome";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/roundtables";
import { roundtableAsAnswer } from "~/http/api/roundtable-answers";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.findRoundtable, async ({ db, by, at, params: { id } }) => {
    const session = await findRoundtable(db, by, { id, keys: await secretKeys(), at });
    return session ? done({ body: roundtableAsAnswer(session) }) : refused("not_found");
  }),
);

export const loader = resource;
export const action = resource;
