import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { now } from "~/clock.server";
import type { Member } from "~/domain/members/viewer";
import { type Outcome, refused } from "~/domain/outcome";
import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { findOrganisationInvitation } from "~/domain/vetting/organisation-invitation.server";
import { paths } from "~/paths";
import { db } from "~db/client.server";
import { requireId } from "./ids";
import { requireLanguage } from "./language";
import { answerRefusal } from "./outcomes";
import { requireStaff, requireStepUp } from "./sessions.server";

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

type OpenInvitation = { id: string; by: Member; at: Date };

/** What an officer does, from a page, about the open invitation into an organisation. */
export async function answerAboutInvitation(
  { request, params }: ActionFunctionArgs,
  act: (open: OpenInvitation) => Promise<Outcome<unknown>>,
) {
  const by = await requireStaff(request);
  const organisationId = requireId(params.id);
  const at = now();
  const open = await findOrganisationInvitation(db, by, { organisationId, at });
  if (!open) return answerRefusal(refused("not_found"));
  const outcome = await act({ id: open.id, by, at });
  return outcome.ok
    ? redirect(paths.organisation(requireLanguage(params), organisationId))
    : answerRefusal(outcome);
}
