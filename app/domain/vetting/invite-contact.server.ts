import { and, eq, isNull } from "drizzle-orm";
import { allOrNothing } from "~/domain/all-or-nothing.server";
import { asActor } from "~/domain/as-actor.server";
import { mayRunInvitation } from "~/domain/invitations/invitation.policy";
import type { InvitationKey } from "~/domain/invitations/invitation-token.server";
import { keepInvitation } from "~/domain/invitations/keep-invitation.server";
import type { Viewer } from "~/domain/members/viewer";
import { refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { invitations } from "~db/schema";
import type { InvitedContact } from "./invitation.form";
import { lockOrganisation } from "./lock-organisation.server";
import { findFirstAcceptance } from "./organisation-invitation.server";

type Invited = InvitedContact & { organisationId: string; by: Viewer; at: Date; key: InvitationKey };

/** Asks another contact of an organisation that nobody has joined yet; the link to the one before is dead. */
export function inviteContact(db: Db, { organisationId, contact, email, language, by, at, key }: Invited) {
  return asActor(db, by, (within) =>
    allOrNothing(within, by, async (tx) => {
      const organisation = await lockOrganisation(tx, organisationId);
      if (!organisation) return refused("not_found");
      const { jurisdiction } = organisation;
      if (!mayRunInvitation(by, { kind: "organisation", organisationId, jurisdiction }))
        return refused("not_allowed");
      if (organisation.vetting !== "invited" || (await findFirstAcceptance(tx, by, { organisationId })))
        return refused("organisation_has_people");

      await tx
        .update(invitations)
        .set({ withdrawnAt: at, withdrawnBy: by.memberId })
        .where(
          and(
            eq(invitations.organisationId, organisationId),
            isNull(invitations.acceptedAt),
            isNull(invitations.withdrawnAt),
          ),
        );
      return keepInvitation(tx, {
        kind: "organisation",
        organisationId,
        email,
        name: contact,
        language,
        roles: [{ role: "administrator", language: "" }],
        by,
        at,
        key,
      });
    }),
  );
}
