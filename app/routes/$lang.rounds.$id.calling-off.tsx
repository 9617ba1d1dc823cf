import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { callOffRound } from "~/domain/rounds/call-off-round.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.round(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const roundId = requireId(params.id);
  const outcome = await callOffRound(db, { roundId, by, at: now() });
  return outcome.ok ? redirect(paths.rounds(requireLanguage(params))) : answerRefusal(outcome);
}

export { RefusedRoundAct as default } from "~/ui/rounds/refused-round-act";
