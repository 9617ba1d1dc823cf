import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { profileForm } from "~/domain/members/member.form";
import { changeProfile } from "~/domain/people/change-profile.server";
import { findOwnCard } from "~/domain/people/people.server";
import { type FieldErrors, readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { timeZoneChoices } from "~/i18n/time-zone-choices.server";
import { paths } from "~/paths";
import { MyPage } from "~/ui/me/my-page";
import { db } from "~db/client.server";

export const handle = { title: "me:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request);
  const card = await findOwnCard(db, member);
  return {
    member: { ...member, email: card?.email ?? "", since: card?.createdAt ?? null },
    timeZones: timeZoneChoices(requireLanguage(params), now(), member.timeZone),
    saved: new URL(request.url).searchParams.get("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireMember(request);
  const form = await readForm(request, profileForm);
  if (!form.ok) {
    const { errors, typed } = form;
    return answerRefusal<{ errors: FieldErrors; typed: typeof typed }>(
      { ok: false, reason: "does_not_fit", facts: {} },
      { errors, typed },
    );
  }
  const outcome = await changeProfile(db, { ...form.value, by, at: now() });
  return outcome.ok ? redirect(paths.mySaved(requireLanguage(params), "profile")) : answerRefusal(outcome);
}

export default function Me() {
  return <MyPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
