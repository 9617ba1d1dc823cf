import { conveneRoundtable } from "~/domain/roundtables/convene-roundtable.server";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  ({ room, typed }) => conveneRoundtable(db, { ...room, revision: Number(typed.revision) }),
  { confirmed: true },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
