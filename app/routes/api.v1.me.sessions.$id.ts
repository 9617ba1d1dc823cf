import { endOwnSession } from "~/domain/auth/end-own-session.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { endOwnSession as operation } from "~/http/api/operations/people";
import { repliedDone } from "~/http/api/replied";

const resource = answering(
  bind(operation, async ({ db, by, at, params: { id: sessionId } }) =>
    repliedDone(await endOwnSession(db, { by, sessionId, at })),
  ),
);

export const loader = resource;
export const action = resource;
