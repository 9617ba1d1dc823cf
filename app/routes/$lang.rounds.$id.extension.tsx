import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { refused } from "~/domain/outcome";
import { extendRound } from "~/domain/rounds/extend-round.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { closingIn, typedPlan } from "~/http/rounds";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const loader = leadsTo((language, { id = "" }) => paths.round(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const roundId = requireId(params.id);
  const closesAt = closingIn(typedPlan(await request.formData()));
  if (!closesAt) return answerRefusal(refused("closing_unreadable"));
  const outcome = await extendRound(db, { roundId, closesAt, by, at: now() });
  return outcome.ok ? redirect(paths.round(requireLanguage(params), roundId)) : answerRefusal(outcome);
}

export { RefusedRoundAct as default } from "~/ui/rounds/refused-round-act";
