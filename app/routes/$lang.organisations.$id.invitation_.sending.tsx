import type { ActionFunctionArgs } from "@remix-run/node";
import { resendInvitation } from "~/domain/invitations/resend-invitation.server";
import { leadsTo } from "~/http/act-place";
import { secretKeys } from "~/http/secret-keys.server";
import { answerAboutInvitation } from "~/http/vetting.server";
import { paths } from "~/paths";
import { RefusedOrganisationAct } from "~/ui/vetting/refused-organisation-act";
import { db } from "~db/client.server";

export const loader = leadsTo((language, { id = "" }) => paths.organisation(language, id));

export const action = (args: ActionFunctionArgs) =>
  answerAboutInvitation(args, async (open) =>
    resendInvitation(db, { ...open, key: (await secretKeys())("invitation") }),
  );

export default RefusedOrganisationAct;
