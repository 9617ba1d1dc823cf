import { withdrawRoundtableInvitation } from "~/domain/roundtables/withdraw-roundtable-invitation.server";
import { requireId } from "~/http/ids";
import { roomAction, toRoom } from "~/http/roundtables.server";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRoom;

export const action = roomAction(
  async ({ room, which }) => withdrawRoundtableInvitation(db, { ...room, organisationId: requireId(which) }),
  { anchor: "invited" },
);

export { RefusedRoundtableAct as default } from "~/ui/roundtables/refused-roundtable-act";
