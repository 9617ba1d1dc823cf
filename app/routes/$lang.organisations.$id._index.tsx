import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "~/clock.server";
import { mayRunInvitation } from "~/domain/invitations/invitation.policy";
import {
  findFirstAcceptance,
  findOrganisationInvitation,
} from "~/domain/vetting/organisation-invitation.server";
import { findOrganisation } from "~/domain/vetting/organisation-record.server";
import { dayOf } from "~/domain/vetting/vetting";
import { mayReadVetting, mayTakeMeasures, mayVet } from "~/domain/vetting/vetting.policy";
import { findVettingPeriod } from "~/domain/vetting/vetting-period.server";
import { requireId } from "~/http/ids";
import { notFound } from "~/http/outcomes";
import { requireStaff } from "~/http/sessions.server";
import { OrganisationPage } from "~/ui/vetting/organisation-page";
import { db } from "~db/client.server";

export const handle = { title: "vetting:list.title" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const by = await requireStaff(request);
  const at = now();
  const id = requireId(params.id);
  const organisation = await findOrganisation(db, by, { id, at });
  if (!organisation) throw notFound();
  const { months } = await findVettingPeriod(db, by);
  const { jurisdiction, vetting } = organisation;
  const mayInvite = mayRunInvitation(by, { kind: "organisation", organisationId: id, jurisdiction });
  const isJoined = (await findFirstAcceptance(db, by, { organisationId: id })) !== undefined;
  return {
    organisation,
    invitation: (await findOrganisationInvitation(db, by, { organisationId: id, at })) ?? null,
    today: dayOf(at),
    asker: {
      memberId: by.memberId,
      organisationId: by.organisationId,
      timeZone: by.timeZone,
      mayRead: mayReadVetting(by, organisation),
      mayVet: mayVet(by, organisation),
      mayTakeMeasures: mayTakeMeasures(by, organisation),
      mayInviteContact: mayInvite && vetting === "invited" && !isJoined,
      months,
    },
  };
}

export default function Organisation() {
  return <OrganisationPage {...useLoaderData<typeof loader>()} />;
}
