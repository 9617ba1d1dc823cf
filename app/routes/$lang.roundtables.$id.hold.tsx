import { placeHold } from "~/domain/vaults/place-hold.server";
import { roomAction, toRecord } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRecord;

export const action = roomAction(
  ({ room, typed }) => placeHold(db, { ...room, reason: typed.reason ?? "" }),
  { page: paths.roundtableRecord, confirmed: true },
);

export { RefusedHold as default } from "~/ui/vaults/refused-record-act";
