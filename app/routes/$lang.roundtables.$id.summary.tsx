import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayWriteMinutes } from "~/domain/minutes/minutes.policy";
import { listReaders } from "~/domain/organisations/organisations.server";
import { mayChair } from "~/domain/roundtables/roundtable.policy";
import { findRoundtable } from "~/domain/roundtables/roundtables.server";
import { findOwnSummary } from "~/domain/summaries/summaries.server";
import { periodOf } from "~/domain/summaries/summary";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { secretKeys } from "~/http/secret-keys.server";
import { requireMember } from "~/http/sessions.server";
import { OwnSummaryPage } from "~/ui/summaries/own-summary-page";
import { db } from "~db/client.server";

export const handle = { title: "summaries:own.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireMember(request);
  const [id, keys, at] = [requireId(params.id), await secretKeys(), now()];
  const session = await findRoundtable(db, by, { id, keys, at });
  if (!session) throw notFound();
  const summary = await findOwnSummary(db, by, { id, keys });
  const convenes = session.parts.length > 0;
  const chairs = mayChair(by, session);
  const isOpen = summary !== undefined && summary.published === null;
  return {
    id,
    title: session.agenda.title,
    /** Null: the terms of the room are not accepted yet. */
    summary: summary ?? null,
    convenes,
    authorities: session.authorities.map(({ id: value, shortName: name }) => ({ value, name })),
    organisations: convenes
      ? (await listReaders(db, by)).map(({ id, shortName }) => ({ id, shortName }))
      : [],
    period: summary?.words ? periodOf(summary.words.period, at) : null,
    timeZone: by.timeZone,
    mayWrite: isOpen && summary.notesApproved && mayWriteMinutes(by, session),
    mayApprove:
      isOpen &&
      chairs &&
      summary.words !== null &&
      summary.approvals.some((one) => one.authorityId === by.organisationId && one.approvedAt === null),
    mayPublish:
      isOpen &&
      chairs &&
      summary.words !== null &&
      summary.approvals.every(({ approvedAt }) => approvedAt !== null),
    mayWithdraw: chairs && !!summary?.published && !summary.published.withdrawn,
  };
}

export default function RoundtableSummary() {
  return <OwnSummaryPage {...useLoaderData<typeof loader>()} />;
}
