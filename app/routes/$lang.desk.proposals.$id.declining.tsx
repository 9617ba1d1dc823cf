import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { declineProposal } from "~/domain/proposals/decline-proposal.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { reasonIn, typedSession } from "~/http/roundtables";
import { atFields } from "~/http/screened";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language) => paths.deskProposals(language));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const form = await request.formData();
  const typed = typedSession(form);
  const outcome = await declineProposal(db, {
    id: requireId(params.id),
    reason: reasonIn(form),
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.deskProposals(requireLanguage(params)))
    : answerRefusal(atFields(outcome, typed), typed);
}

export { RefusedDeclining as default } from "~/ui/proposals/refused-proposal-act";
