import { changeAgenda } from "~/domain/roundtables/change-agenda.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import * as operations from "~/http/api/operations/roundtables";
import { replied } from "~/http/api/replied";
import { secretKeys } from "~/http/secret-keys.server";

const resource = answering(
  bind(operations.changeAgenda, async ({ db, by, at, params, body: { revision, ...agenda } }) =>
    replied(
      await changeAgenda(db, { roundtableId: params.id, agenda, revision, keys: await secretKeys(), by, at }),
    ),
  ),
);

export const loader = resource;
export const action = resource;
