import { liftHold } from "~/domain/vaults/lift-hold.server";
import { roomAction, toRecord } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRecord;

export const action = roomAction(({ room, typed }) => liftHold(db, { ...room, reason: typed.reason ?? "" }), {
  page: paths.roundtableRecord,
  confirmed: true,
});

export { RefusedHold as default } from "~/ui/vaults/refused-record-act";
