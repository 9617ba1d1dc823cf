import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listCommitments } from "~/domain/commitments/commitments.server";
import { listOtherConveners } from "~/domain/roundtables/candidates.server";
import { proposeRoundtable } from "~/domain/roundtables/propose-roundtable.server";
import { mayProposeRoundtable } from "~/domain/roundtables/roundtable.policy";
import { requireLanguage } from "~/http/language";
import { answerRefusal, forbidden } from "~/http/outcomes";
import { agendaIn, placeIn, timesIn, typedSession } from "~/http/roundtables";
import { atFields } from "~/http/screened";
import { secretKeys } from "~/http/secret-keys.server";
import { requireStaff } from "~/http/sessions.server";
import { paths } from "~/paths";
import { ProposalPage } from "~/ui/roundtables/proposal-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "roundtables:proposal.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  if (!mayProposeRoundtable(by)) throw forbidden();
  const open = (await listCommitments(db, by, { keys: await secretKeys() })).filter(
    ({ state }) => state === "open",
  );
  return { carried: open.length, conveners: await listOtherConveners(db, by), zone: by.timeZone };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const by = await requireStaff(request);
  const typed = typedSession(await request.formData());
  const [agenda, place, times] = [agendaIn(typed), placeIn(typed), timesIn(typed)];
  for (const read of [agenda, place, times]) if (!read.ok) return answerRefusal(read, typed);
  if (!agenda.ok || !place.ok || !times.ok) return null;
  const outcome = await proposeRoundtable(db, {
    agenda: agenda.value,
    place: place.value,
    times: times.value,
    chairs: typed.chairs?.split(" ") ?? [],
    keys: await secretKeys(),
    by,
    at: now(),
  });
  return outcome.ok
    ? redirect(paths.roundtable(requireLanguage(params), outcome.value.id))
    : answerRefusal(atFields(outcome, typed), typed);
}

export default function NewRoundtable() {
  const answer = useActionData<typeof action>();
  return <ProposalPage {...useLoaderData<typeof loader>()} answer={answer ?? undefined} />;
}
