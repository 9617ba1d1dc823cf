import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { setVettingPeriod } from "~/domain/vetting/set-vetting-period.server";
import { maySetVettingPeriod } from "~/domain/vetting/vetting.policy";
import { findVettingPeriod } from "~/domain/vetting/vetting-period.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff, requireStepUp } from "~/http/sessions.server";
import { typedIn } from "~/http/vetting.server";
import { paths } from "~/paths";
import { PeriodPage } from "~/ui/vetting/period-page";
import { db } from "~db/client.server";

export const handle = { title: "vetting:settings.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  return {
    ...(await findVettingPeriod(db, by)),
    authority: by.organisation,
    timeZone: by.timeZone,
    mayChange: maySetVettingPeriod(by),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const months = (await typedIn(request))("months").trim();
  const read = /^\d{1,4}$/.test(months) ? Number(months) : Number.NaN;
  const outcome = await setVettingPeriod(db, { months: read, by, at: now() });
  return outcome.ok
    ? redirect(paths.vettingPeriod(requireLanguage(params)))
    : answerRefusal(outcome, { months });
}

export default function Period() {
  return <PeriodPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
