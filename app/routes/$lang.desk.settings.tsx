import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { findClearanceException } from "~/domain/organisations/clearance-exceptions.server";
import { makeClearanceException } from "~/domain/organisations/make-clearance-exception.server";
import { mayMakeException } from "~/domain/organisations/organisation.policy";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { ClearanceRules } from "~/ui/desk/clearance-rules";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "desk:settings.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  return {
    exception: (await findClearanceException(db, by)) ?? null,
    mayChange: mayMakeException(by),
    timeZone: by.timeZone,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const form = await request.formData();
  const typed = {
    severalKinds: form.has("severalKinds"),
    approvalsNeeded: form.has("oneApproval") ? (1 as const) : (2 as const),
    reason: String(form.get("reason") ?? ""),
  };
  const outcome = await makeClearanceException(db, { ...typed, by, at: now() });
  return outcome.ok ? redirect(paths.deskSettings(requireLanguage(params))) : answerRefusal(outcome, typed);
}

export default function Settings() {
  return <ClearanceRules {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
