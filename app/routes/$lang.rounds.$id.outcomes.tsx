import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listOwnOutcomes } from "~/domain/replies/outcomes.server";
import { listReplies } from "~/domain/replies/replies.server";
import { stateOf } from "~/domain/rounds/round";
import { findRound } from "~/domain/rounds/rounds.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireMember } from "~/http/sessions.server";
import { OutcomesPage } from "~/ui/replies/outcomes-page";
import { db } from "~db/client.server";

export const handle = { title: "replies:outcomes.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const roundId = requireId(params.id);
  const round = await findRound(db, by, roundId);
  if (!round || stateOf(round, now()) !== "closed") throw notFound();
  const { id, title, mode, authorityId } = round;
  return {
    round: { id, title, mode },
    replies: await listReplies(db, by, { roundId }),
    own: await listOwnOutcomes(db, by, roundId),
    asked: by.organisationId !== authorityId,
  };
}

export default function Outcomes() {
  return <OutcomesPage {...useLoaderData<typeof loader>()} />;
}
