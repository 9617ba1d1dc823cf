import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { withdrawAnswer } from "~/domain/questions/withdraw-answer.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { reasonIn } from "~/http/questions";
import { atFields } from "~/http/screened";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.question(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const questionId = requireId(params.id);
  const reason = reasonIn(await request.formData());
  const outcome = await withdrawAnswer(db, { questionId, reason, by, at: now() });
  if (outcome.ok) return redirect(paths.question(requireLanguage(params), questionId));
  return answerRefusal(atFields(outcome, { reasonEs: reason.es, reasonEn: reason.en }), reason);
}

export { RefusedWithdrawal as default } from "~/ui/questions/refused-withdrawal";
