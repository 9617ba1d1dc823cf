import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { withdrawSummary } from "~/domain/summaries/withdraw-summary.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { reasonIn, typedSession } from "~/http/roundtables";
import { atFields } from "~/http/screened";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.summary(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const form = await request.formData();
  const typed = typedSession(form);
  const id = requireId(params.id);
  const outcome = await withdrawSummary(db, { id, reason: reasonIn(form), by, at: now() });
  return outcome.ok
    ? redirect(paths.summary(requireLanguage(params), id))
    : answerRefusal(atFields(outcome, typed), typed);
}

export { RefusedWithdrawal as default } from "~/ui/summaries/refused-summary-act";
