import { approveMinutes } from "~/domain/minutes/approve-minutes.server";
import { roomAction, toMinutes } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toMinutes;

export const action = roomAction(
  ({ room, typed }) => approveMinutes(db, { ...room, revision: Number(typed.revision) }),
  { page: paths.roundtableMinutes, confirmed: true },
);

export { RefusedMinutesAct as default } from "~/ui/minutes/refused-minutes-act";
