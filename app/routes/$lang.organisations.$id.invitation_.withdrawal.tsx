import type { ActionFunctionArgs } from "@remix-run/node";
import { withdrawInvitation } from "~/domain/invitations/withdraw-invitation.server";
import { leadsTo } from "~/http/act-place";
import { answerAboutInvitation } from "~/http/vetting.server";
import { paths } from "~/paths";
import { RefusedOrganisationAct } from "~/ui/vetting/refused-organisation-act";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export const action = (args: ActionFunctionArgs) =>
  answerAboutInvitation(args, (open) => withdrawInvitation(db, open));

export default RefusedOrganisationAct;
