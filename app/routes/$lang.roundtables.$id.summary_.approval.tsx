import { approveSummary } from "~/domain/summaries/approve-summary.server";
import { roomAction, toSummary } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSummary;

export const action = roomAction(
  ({ room, typed }) => approveSummary(db, { ...room, revision: Number(typed.revision) }),
  { page: paths.roundtableSummary, confirmed: true },
);

export { RefusedOwnSummaryAct as default } from "~/ui/summaries/refused-summary-act";
