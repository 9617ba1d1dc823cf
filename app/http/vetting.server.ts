import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";
import { requireId } from "./ids";
import { requireLanguage } from "./language";
import { answerRefusal } from "./outcomes";
import { requireStepUp } from "./sessions.server";

/** The text fields of an officer's form. */
export async function typedIn(request: Request) {
  const form = await request.formData();
  return (name: string) => String(form.get(name) ?? "");
}

/** An officer's approval or refusal, sent from a page. */
export async function answerDecision({ request, params }: ActionFunctionArgs, kind: "approval" | "refusal") {
  const by = await requireStepUp(request);
  const organisationId = requireId(params.id);
  const typed = await typedIn(request);
  const applicationId = typed("applicationId");
  const reason = typed("reason");
  const outcome = await decideOnApplication(db, {
    organisationId,
    applicationId,
    kind,
    reason,
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome, { reason, applicationId });
}
