import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { releaseReply } from "~/domain/replies/release-reply.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "", place = "" }) => paths.roundReply(language, id, place));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const form = await request.formData();
  const outcome = await releaseReply(db, {
    replyId: requireId(String(form.get("reply") ?? "")),
    revision: Number(form.get("revision")),
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.roundPoints(requireLanguage(params), requireId(params.id)))
    : answerRefusal(outcome);
}

export { RefusedReplyAct as default } from "~/ui/replies/refused-reply-act";
