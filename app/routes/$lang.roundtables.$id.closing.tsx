import { closeRoundtable } from "~/domain/vaults/close-roundtable.server";
import { roomAction, toRecord } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRecord;

export const action = roomAction(({ room }) => closeRoundtable(db, room), {
  page: paths.roundtableRecord,
  confirmed: true,
});

export { RefusedRecordAct as default } from "~/ui/vaults/refused-record-act";
