import { proposeRoundtable } from "~/domain/roundtables/propose-roundtable.server";
import { listRoundtables } from "~/domain/roundtables/roundtables.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import * as operations from "~/http/api/operations/roundtables";
import { replied } from "~/http/api/replied";
import { roundtableEntry } from "~/http/api/roundtable-answers";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.listRoundtables, async ({ db, by, at, query: { cursor } }) => {
    const found = await listRoundtables(db, by, { keys: await secretKeys(), at });
    return stretchOf(found.map(roundtableEntry), [operations.listRoundtables.path], cursor);
  }),
  bind(operations.proposeRoundtable, async ({ db, by, at, body }) =>
    replied(await proposeRoundtable(db, { ...body, keys: await secretKeys(), by, at })),
  ),
);

export const loader = resource;
export const action = resource;
