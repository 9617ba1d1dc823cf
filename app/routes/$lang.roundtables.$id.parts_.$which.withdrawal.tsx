import { endPart } from "~/domain/roundtables/end-part.server";
import { requireId } from "~/http/ids";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, which }) => endPart(db, { ...room, partId: requireId(which) }),
  { anchor: "people" },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
