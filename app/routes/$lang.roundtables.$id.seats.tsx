import { nameAttendee } from "~/domain/roundtables/name-attendee.server";
import { requireId } from "~/http/ids";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, typed }) => nameAttendee(db, { ...room, memberId: requireId(typed.memberId) }),
  { anchor: "seats" },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
