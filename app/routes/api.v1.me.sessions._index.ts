import { endOtherSessions } from "~/domain/auth/end-other-sessions.server";
import { listSessions } from "~/domain/auth/own-sign-in.server";
import { answering } from "~/http/api/answering.server";
import { bind } from "~/http/api/bind";
import { stretchOf } from "~/http/api/cursor";
import { endOwnSessions, listOwnSessions } from "~/http/api/operations/people";
import { replied } from "~/http/api/replied";

const resource = answering(
  bind(listOwnSessions, async ({ db, by, query: { cursor } }) => {
    const items = (await listSessions(db, by)).map(({ id, device, createdAt, lastSeenAt, endsAt }) => ({
      id,
      device,
      since: new Date(createdAt).toISOString(),
      lastSeenAt: new Date(lastSeenAt).toISOString(),
      endsAt: new Date(endsAt).toISOString(),
    }));
    return stretchOf(items, listOwnSessions.path, cursor);
  }),
  // A token has no session of its own to spare.
  bind(endOwnSessions, async ({ db, by, at }) =>
    replied(await endOtherSessions(db, { by: { memberId: by.memberId, sessionId: null }, at })),
  ),
);

export const loader = resource;
export const action = resource;
