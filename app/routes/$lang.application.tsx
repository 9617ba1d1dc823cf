import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { applicationForm } from "~/domain/vetting/application.form";
import { findOwnApplication } from "~/domain/vetting/own-application.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import { dayOf } from "~/domain/vetting/vetting";
import { mayApply } from "~/domain/vetting/vetting.policy";
import { readForm } from "~/http/forms";
import { requireLanguage } from "~/http/language";
import { answerRefusal, notFound } from "~/http/outcomes";
import { requireOwnStepUp, requireSignedIn } from "~/http/sessions.server";
import { paths } from "~/paths";
import { ApplicationPage } from "~/ui/vetting/application-page";
import { db } from "~db/client.server";

export const handle = { title: "vetting:application.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireSignedIn(request);
  const at = now();
  const own = await findOwnApplication(db, by, { at });
  if (!own) throw notFound();
  const { memberId, timeZone } = by;
  return { own, mayApply: mayApply(by, own), reader: { memberId, timeZone } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireOwnStepUp(request);
  const at = now();
  const applying = { kind: by.organisationKind, jurisdiction: by.jurisdiction, today: dayOf(at) };
  const typed = Object.fromEntries(await request.clone().formData());
  const form = await readForm(request, applicationForm(applying));
  if (!form.ok) return data({ errors: form.errors, typed: form.typed, refusal: undefined }, { status: 422 });
  const outcome = await submitApplication(db, { facts: form.value, by, at });
  return outcome.ok ? redirect(paths.application(requireLanguage(params))) : answerRefusal(outcome, typed);
}

export default function Application() {
  return <ApplicationPage {...useLoaderData<typeof loader>()} answer={useActionData()} />;
}
