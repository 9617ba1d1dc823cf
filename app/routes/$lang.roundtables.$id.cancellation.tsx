import { cancelRoundtable } from "~/domain/roundtables/cancel-roundtable.server";
import { reasonIn } from "~/http/roundtables";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  ({ room, form }) => cancelRoundtable(db, { ...room, reason: reasonIn(form) }),
  { confirmed: true },
);

export { RefusedCancellation as default } from "~/ui/roundtables/refused-roundtable-act";
