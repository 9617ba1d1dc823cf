import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { invitationDays } from "~/domain/invitations/invitation";
import { inviteMember } from "~/domain/invitations/invite-member.server";
import { givableRoles } from "~/domain/members/role";
import { requireAdministrator } from "~/http/administrators.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireStepUp } from "~/http/sessions.server";
import { isLanguage } from "~/i18n/language";
import { paths } from "~/paths";
import { InvitationForm } from "~/ui/people/invitation-form";
import { db } from "~db/client.server";

export const handle = { title: "people:form.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireAdministrator(request);
  return { givable: givableRoles(by.organisationKind), days: invitationDays };
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireAdministrator(request);
  const by = await requireStepUp(request);
  const form = await request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const typed = {
    email: text("email"),
    name: text("name"),
    language: text("language"),
    roles: form.getAll("roles[]").map(String),
  };
  const language = requireLanguage(params);
  const outcome = await inviteMember(db, {
    ...typed,
    name: typed.name || null,
    language: isLanguage(typed.language) ? typed.language : language,
    by,
    at: now(),
    key: (await secretKeys())("invitation"),
  });
  return outcome.ok ? redirect(paths.people(language)) : answerRefusal(outcome, typed);
}

export default function NewInvitation() {
  return <InvitationForm {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
