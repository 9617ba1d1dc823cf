import { submitMinutes } from "~/domain/minutes/submit-minutes.server";
import { daysIn } from "~/http/minutes";
import { roomAction, toMinutes } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toMinutes;

export const action = roomAction(
  async ({ room, typed }) => {
    const days = daysIn(typed);
    return days.ok
      ? submitMinutes(db, { ...room, days: days.value, revision: Number(typed.revision) })
      : days;
  },
  { page: paths.roundtableMinutes },
);

export { RefusedShowing as default } from "~/ui/minutes/refused-minutes-act";
