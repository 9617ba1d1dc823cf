import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { listCommitments } from "~/domain/commitments/commitments.server";
import { mayWriteMinutes } from "~/domain/minutes/minutes.policy";
import { findMinutes } from "~/domain/minutes/minutes.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { dayOf } from "~/domain/vetting/vetting";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { MinutesPage } from "~/ui/minutes/minutes-page";
import { db } from "~db/client.server";

export const handle = { title: "minutes:title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys, at] = [requireId(params.id), await secretKeys(), now()];
  const session = await findRoundtable(db, by, { id, keys, at });
  if (!session) throw notFound();
  const minutes = await findMinutes(db, by, { id, keys });
  const chairs = mayChair(by, session);
  return {
    id,
    title: session.agenda.title,
    /** Null: the terms of the room are not accepted yet. */
    minutes: minutes ?? null,
    commitments: minutes ? await listCommitments(db, by, { keys, roundtableId: id }) : [],
    today: dayOf(at),
    timeZone: by.timeZone,
    owners: [
      ...session.authorities.map(({ id: value, shortName: name }) => ({ value, name })),
      ...session.invitations.map(({ organisationId: value, shortName: name }) => ({ value, name })),
    ],
    mayWrite: minutes !== undefined && !minutes.closedAt && mayWriteMinutes(by, session),
    mayMake: minutes !== undefined && chairs,
    mayComment: !!minutes?.commentsUntil && minutes.commentsUntil > at && !minutes.closedAt,
    mayApprove:
      chairs &&
      !!minutes?.commentsUntil &&
      minutes.commentsUntil <= at &&
      !minutes.closedAt &&
      minutes.approvals.some((one) => one.authorityId === by.organisationId && one.approvedAt === null),
  };
}

export default function RoundtableMinutes() {
  return <MinutesPage {...useLoaderData<typeof loader>()} />;
}
