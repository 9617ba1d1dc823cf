import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { releaseAnswer } from "~/domain/questions/release-answer.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.question(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const questionId = requireId(params.id);
  const outcome = await releaseAnswer(db, {
    questionId,
    revision: Number((await request.formData()).get("revision")),
    by,
    at: now(),
  });
  return outcome.ok ? redirect(paths.question(requireLanguage(params), questionId)) : answerRefusal(outcome);
}

export { RefusedQuestionAct as default } from "~/ui/questions/refused-question-act";
