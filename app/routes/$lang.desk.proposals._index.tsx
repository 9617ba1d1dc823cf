import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listDesk } from "~/domain/drafts/desk-list.server";
import { arrivalOf } from "~/domain/proposals/proposal";
import { listProposals } from "~/domain/proposals/proposals.server";
import { proposeToDesk } from "~/domain/proposals/propose-to-desk.server";
import { requireLanguage } from "~/http/language";
import { answerRefusal } from "~/http/outcomes";
import { proposalIn } from "~/http/proposals";
import { concernable } from "~/http/proposals.server";
import { typedSession } from "~/http/roundtables";
import { atFields } from "~/http/screened";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { DeskProposalsPage } from "~/ui/proposals/desk-proposals-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "proposals:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const drafts = await listDesk(db, by);
  return {
    proposals: await listProposals(db, by),
    drafts: drafts.map(({ id, number, title }) => ({ id, number, title })),
    arrivesOn: arrivalOf(now()),
    concernable: await concernable(by),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const typed = typedSession(await request.formData());
  const proposal = proposalIn(typed);
  const outcome = proposal.ok
    ? await proposeToDesk(db, { proposal: proposal.value, by, at: now() })
    : proposal;
  return outcome.ok
    ? redirect(paths.deskProposals(requireLanguage(params)))
    : answerRefusal(atFields(outcome, typed), typed);
}

export default function DeskProposals() {
  return <DeskProposalsPage {...useLoaderData<typeof loader>()} />;
}
