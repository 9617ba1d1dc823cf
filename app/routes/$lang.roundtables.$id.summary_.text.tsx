import { writeSummary } from "~/domain/summaries/write-summary.server";
import { leadsToOr } from "~/http/act-place";
import { findSigning } from "~/http/refused-room.server";
import { roomAction, toSummary } from "~/http/roundtables.server";
import { summaryIn, typedSummary } from "~/http/summaries";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsToOr(toSummary, findSigning);

export const action = roomAction(
  ({ room, form, typed }) => {
    const summary = summaryIn(form, typed);
    return summary.ok
      ? writeSummary(db, { ...room, summary: summary.value, revision: Number(typed.revision) })
      : Promise.resolve(summary);
  },
  { page: paths.roundtableSummary, given: typedSummary },
);

export { RefusedSummaryText as default } from "~/ui/summaries/refused-summary-text";
