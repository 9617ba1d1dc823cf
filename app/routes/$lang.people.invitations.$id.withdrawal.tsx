import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import { leadsTo } from "~/http/act-place";
import { requireAdministrator } from "~/http/administrators.server";
import { requireId } from "~/http/ids";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { paths } from "~/paths";
import { RefusedInvitation } from "~/ui/people/refused-invitation";
import { db } from "~db/client.server";

export const handle = { title: "people:invitations" };

export const loader = leadsTo(paths.people);

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireAdministrator(request);
  const outcome = await withdrawInvitation(db, { id: requireId(params.id), by, at: now() });
  return outcome.ok ? redirect(paths.people(requireLanguage(params))) : answerRefusal(outcome);
}

export default RefusedInvitation;
