import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayPublish } from "~/domain/advisories/advisory.policy";
import { findDesk } from "~/domain/drafts/desk.server";
import { publishAdvisory } from "~/domain/drafts/publish-advisory.server";
import { listInstitutions } from "~/domain/organisations/organisations.server";
import { draftOf } from "~/http/drafts";
import { answerRefusal, forbidden, notFound } from "~/http/outcomes";
import { requireStaff, requireStepUp } from "~/http/sessions.server";
import { paths } from "~/paths";
import { PublicationPage } from "~/ui/desk/publication-page";
import { db } from "~db/client.server";

export { clientAction, shouldRevalidate } from "~/http/unanswered";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const desk = await findDesk(db, by, draftOf(params).draftId);
  if (!desk) throw notFound();
  const { draft, blockers, names } = desk;
  if (!mayPublish(by, draft)) throw forbidden();
  return {
    id: draft.id,
    number: draft.number,
    version: (draft.currentVersion ?? 0) + 1,
    contentHash: draft.contentHash,
    tlp: draft.content.tlp,
    audience: draft.content.audience,
    redFlags: draft.content.redFlags.length,
    scheduledFor: draft.scheduledFor,
    timeZone: by.timeZone,
    blockers,
    authorities: names.authorities,
    institutions: (await listInstitutions(db, by)).map(({ id, shortName }) => ({ id, shortName })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStepUp(request);
  const { language, draftId } = draftOf(params);
  const contentHash = String((await request.formData()).get("contentHash") ?? "");
  const outcome = await publishAdvisory(db, { draftId, contentHash, by, at: now() });
  return outcome.ok ? redirect(paths.advisory(language, outcome.value.number)) : answerRefusal(outcome);
}

export default function Publication() {
  return (
    <PublicationPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />
  );
}
