import { withdrawOwnSummary } from "~/domain/summaries/withdraw-own-summary.server";
import { reasonIn } from "~/http/roundtables";
import { roomAction, toSummary } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSummary;

export const action = roomAction(
  ({ room, form }) => withdrawOwnSummary(db, { ...room, reason: reasonIn(form) }),
  { page: paths.roundtableSummary, confirmed: true },
);

export { RefusedOwnWithdrawal as default } from "~/ui/summaries/refused-summary-act";
