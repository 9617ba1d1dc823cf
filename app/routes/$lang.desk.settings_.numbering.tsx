import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { advisoryTypes } from "~/domain/advisories/advisory.form";
import { maySetNumberSeries } from "~/domain/advisories/advisory.policy";
import { usualSeries } from "~/domain/advisories/number-pattern";
import { findNumberSeries } from "~/domain/advisories/number-series.server";
import { setNumberSeries } from "~/domain/advisories/set-number-series.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { NumberingPage } from "~/ui/desk/numbering-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:numbering.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  return {
    series: await findNumberSeries(db, by),
    usual: usualSeries(by.organisation),
    mayChange: maySetNumberSeries(by),
    year: now().getUTCFullYear(),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const form = await request.formData();
  const series = Object.fromEntries(advisoryTypes.map((type) => [type, String(form.get(type) ?? "")]));
  const outcome = await setNumberSeries(db, { series, by, at: now() });
  return outcome.ok
    ? redirect(paths.deskNumbering(requireLanguage(params), { saved: true }))
    : answerRefusal(outcome, series);
}

export default function Numbering() {
  return <NumberingPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
