import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { openRound } from "~/domain/rounds/open-round.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.round(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const roundId = requireId(params.id);
  const form = await request.formData();
  const outcome = await openRound(db, {
    roundId,
    revision: Number(form.get("revision")),
    notForSupervision: form.get("notForSupervision") === "1",
    evenIfUnpublished: form.get("evenIfUnpublished") === "1",
    keys: await secretKeys(),
    by,
    at: now(),
  });
  return outcome.ok ? redirect(paths.round(requireLanguage(params), roundId)) : answerRefusal(outcome);
}

export { RefusedRoundAct as default } from "~/ui/rounds/refused-round-act";
