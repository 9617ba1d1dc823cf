import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { settleCommitment } from "~/domain/commitments/settle-commitment.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { typedSession } from "~/http/roundtables";
import { atFields } from "~/http/screened";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language) => paths.commitments(language));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const typed = typedSession(await request.formData());
  const outcome = await settleCommitment(db, {
    id: requireId(params.id),
    state: typed.state === "dropped" ? "dropped" : "met",
    note: typed.note ?? "",
    keys: await secretKeys(),
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.commitments(requireLanguage(params)))
    : answerRefusal(atFields(outcome, typed), typed);
}

export { RefusedCommitmentAct as default } from "~/ui/commitments/refused-commitment-act";
