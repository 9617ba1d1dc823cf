import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { withdrawMeasure } from "~/domain/vetting/withdraw-measure.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RefusedOrganisationAct } from "~/ui/vetting/refused-organisation-act";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const organisationId = requireId(params.id);
  const measureId = requireId(params.measure);
  const outcome = await withdrawMeasure(db, { organisationId, measureId, by, at: now() });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome);
}

export default RefusedOrganisationAct;
