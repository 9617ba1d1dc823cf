import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayWriteMinutes } from "~/domain/minutes/minutes.policy";
import { findMinutes } from "~/domain/minutes/minutes.server";
import { arrivalOf } from "~/domain/proposals/proposal";
import { listSentProposals } from "~/domain/proposals/proposals.server";
import { proposeFromRoom } from "~/domain/proposals/propose-from-room.server";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { proposalIn } from "~/http/proposals";
import { concernable } from "~/http/proposals.server";
import { roomAction } from "~/http/roundtables.server";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { paths } from "~/paths";
import { RoomProposalsPage } from "~/ui/proposals/room-proposals-page";
import { db } from "~db/client.server";

export { clientAction } from "~/http/unanswered";

export const handle = { title: "proposals:room.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys, at] = [requireId(params.id), await secretKeys(), now()];
  const session = await findRoundtable(db, by, { id, keys, at });
  if (!session) throw notFound();
  const entered = (await findMinutes(db, by, { id, keys })) !== undefined;
  const mayPropose = entered && session.startsAt <= at && mayWriteMinutes(by, session);
  return {
    id,
    title: session.agenda.title,
    entered,
    sent: (await listSentProposals(db, by, { id, keys })) ?? [],
    mayPropose,
    arrivesOn: arrivalOf(at),
    concernable: mayPropose ? await concernable(by) : [],
  };
}

export const action = roomAction(
  ({ room, typed }) => {
    const proposal = proposalIn(typed);
    return proposal.ok
      ? proposeFromRoom(db, { ...room, proposal: proposal.value })
      : Promise.resolve(proposal);
  },
  { page: paths.roundtableProposals },
);

export default function RoundtableProposals() {
  const { id = "" } = useParams();
  return <RoomProposalsPage key={id} {...useLoaderData<typeof loader>()} />;
}
