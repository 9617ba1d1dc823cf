import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "~/clock.server";
import { castBallot } from "~/domain/floor/cast-ballot.server";
import { findRoom } from "~/domain/floor/room.server";
import { choicesIn } from "~/http/floor";
import { requireId } from "~/http/ids";
import { roomAction, toSession } from "~/http/roundtables.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

/** For the page of a refused ballot, without scripts: what was voted on. */
export async function loader(asked: LoaderFunctionArgs) {
  if (!asked.context.isWrite) return toSession(asked);
  const by = await requireMember(asked.request);
  const wanted = { id: requireId(asked.params.id), after: 0, keys: await secretKeys(), at: now() };
  const room = await findRoom(db, by, wanted);
  return room?.floor.polls.find(({ id }) => id === asked.params.which) ?? null;
}

export const action = roomAction(
  async ({ room, which, typed }) =>
    castBallot(db, { ...room, pollId: requireId(which), choices: choicesIn(typed) }),
  { place: (language, { room }) => paths.roomFloor(language, room.roundtableId, "polls") },
);

export { RefusedBallot as default } from "~/ui/room/ballot";
