import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { isAuthorityStaff } from "~/domain/members/viewer";
import { mayPlanRounds } from "~/domain/rounds/round.policy";
import { listRounds } from "~/domain/rounds/rounds.server";
import { requireMember } from "~/http/sessions.server";
import { RoundList } from "~/ui/rounds/round-list";
import { db } from "~db/client.server";

export const handle = { title: "rounds:list.title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  return {
    rounds: await listRounds(db, by),
    at: now().toISOString(),
    timeZone: by.timeZone,
    staff: isAuthorityStaff(by),
    mayPlan: mayPlanRounds(by),
  };
}

export default function Rounds() {
  return <RoundList {...useLoaderData<typeof loader>()} />;
}
