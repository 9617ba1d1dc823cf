import { endRoundtable } from "~/domain/vaults/end-roundtable.server";
import { roomAction, toRecord } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toRecord;

export const action = roomAction(({ room }) => endRoundtable(db, room), { page: paths.roundtableRecord });

export { RefusedRecordAct as default } from "~/ui/vaults/refused-record-act";
