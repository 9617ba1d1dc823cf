import { publishSummary } from "~/domain/summaries/publish-summary.server";
import { roomAction, toSummary } from "~/http/roundtables.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = toSummary;

export const action = roomAction(
  ({ room, typed }) => publishSummary(db, { ...room, revision: Number(typed.revision) }),
  { page: paths.roundtableSummary, confirmed: true },
);

export { RefusedOwnSummaryAct as default } from "~/ui/summaries/refused-summary-act";
