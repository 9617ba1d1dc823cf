import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { invitationForm } from "~/domain/vetting/invitation.form";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { mayInviteOrganisation } from "~/domain/vetting/vetting.policy";
import { readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireStaff, requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { InvitePage } from "~/ui/vetting/invite-page";
import { db } from "~db/client.server";

export const handle = { title: "vetting:invite.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  if (!mayInviteOrganisation(by)) throw forbidden();
  return { country: by.jurisdiction };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const typed = Object.fromEntries(await request.clone().formData());
  const form = await readForm(request, invitationForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed, refusal: undefined }, { status: 422 });
  const key = (await secretKeys())("invitation");
  const outcome = await inviteOrganisation(db, { ...form.value, by, at: now(), key });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), outcome.value.id))
    : answerRefusal(outcome, typed);
}

export default function Invite() {
  return <InvitePage {...useLoaderData<typeof loader>()} answer={useActionData()} />;
}
