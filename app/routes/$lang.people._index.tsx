import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listInvitations } from "~/domain/invitations/invitations.server";
import { listPeople } from "~/domain/people/people.server";
import { requireAdministrator } from "~/http/administrators.server";
import { PeoplePage } from "~/ui/people/people-page";
import { db } from "~db/client.server";

export const handle = { title: "people:title" };

export async function loader({ request }: LoaderFunctionArgs) {
  const by = await requireAdministrator(request);
  const [people, left, invitations] = await Promise.all([
    listPeople(db, by),
    listPeople(db, by, { left: true }),
    listInvitations(db, by),
  ]);
  const at = now();
  return {
    organisation: by.organisation,
    viewerId: by.memberId,
    timeZone: by.timeZone,
    people,
    left,
    invitations: invitations.map((one) => ({ ...one, expired: one.expiresAt <= at })),
  };
}

export default function People() {
  return <PeoplePage {...useLoaderData<typeof loader>()} />;
}
