import { openPoll } from "~/domain/floor/open-poll.server";
import { itemIn, pollIn } from "~/http/floor";
import { roomAction, toSession } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSession;

export const action = roomAction(
  async ({ room, typed }) => {
    const poll = pollIn(typed);
    return poll.ok ? openPoll(db, { ...room, item: itemIn(typed), ...poll.value }) : poll;
  },
  { place: (language, { room }) => paths.roomFloor(language, room.roundtableId, "polls") },
);

export { RefusedPoll as default } from "~/ui/room/chair-poll";
