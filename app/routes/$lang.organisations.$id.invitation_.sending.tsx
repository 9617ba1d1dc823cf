import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { refused } from "~/domain/outcome";
import { findOrganisationInvitation } from "~/domain/vetting/organisation-invitation.server";
import { leadsTo } from "~/http/act-place";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RefusedOrganisationAct } from "~/ui/vetting/refused-organisation-act";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const organisationId = requireId(params.id);
  const at = now();
  const open = await findOrganisationInvitation(db, by, { organisationId, at });
  if (!open) return answerRefusal(refused("not_found"));
  const key = (await secretKeys())("invitation");
  const outcome = await resendInvitation(db, { id: open.id, by, at, key });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome);
}

export default RefusedOrganisationAct;
