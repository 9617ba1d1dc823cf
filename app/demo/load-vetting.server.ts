import { acceptInvitation } from "~/domain/invitations/accept-invitation.server";
import { type InvitationKey, invitationToken } from "~/domain/invitations/invitation-token.server";
import type { Member } from "~/domain/members/viewer";
import type { Outcome } from "~/domain/outcome";
import type { ApplicationFacts } from "~/domain/vetting/application.form";
import { decideOnApplication } from "~/domain/vetting/decide-on-application.server";
import { inviteOrganisation } from "~/domain/vetting/invite-organisation.server";
import { keepVettingTimes } from "~/domain/vetting/keep-vetting-times.server";
import { submitApplication } from "~/domain/vetting/submit-application.server";
import type { Transaction } from "~db/client.server";
import { type DemoApplicant, demoApplicants } from "~db/demo/applicants";

const day = 86_400_000;

type Loading = { at: Date; key: InvitationKey; persona: (key: string) => Member };

/** Organisations on their way in, through the same acts as anyone's: one invited, one half approved, one whose period is over. */
export async function loadVetting(tx: Transaction, { at, key, persona }: Loading) {
  for (const applicant of demoApplicants) await tell(tx, applicant, { at, key, persona });
  await keepVettingTimes(tx, { at });
}

async function tell(tx: Transaction, applicant: DemoApplicant, { at, key, persona }: Loading) {
  const { organisation, contact, invitedBy, days, facts, approvals } = applicant;
  const before = (some: number) => new Date(at.getTime() - some * day);
  const { id, invitationId } = value(
    await inviteOrganisation(tx, {
      ...organisation,
      contact: contact.name,
      email: contact.email,
      language: contact.language,
      by: persona(invitedBy),
      at: before(days.invited),
      key,
    }),
  );
  if (!facts || days.applied === undefined) return;
  const joined = value(
    await acceptInvitation(tx, {
      token: invitationToken({ id: invitationId, generation: 1, key }),
      name: contact.name,
      language: contact.language,
      timeZone: contact.timeZone,
      at: before(days.invited - 1),
    }),
  );
  const administrator = {
    memberId: joined.memberId,
    organisationId: id,
    roles: [{ role: "administrator" as const, language: "" as const }],
  };
  const application = value(
    await submitApplication(tx, {
      facts: whole(facts, organisation),
      by: administrator,
      at: before(days.applied),
    }),
  );
  for (const { by, reason, daysAgo } of approvals) {
    value(
      await decideOnApplication(tx, {
        organisationId: id,
        applicationId: application.id,
        kind: "approval",
        reason,
        by: persona(by),
        at: before(daysAgo),
      }),
    );
  }
}

const whole = (
  facts: Partial<ApplicationFacts>,
  { nameEs, nameEn }: DemoApplicant["organisation"],
): ApplicationFacts => ({
  nameEs,
  nameEn,
  sector: null,
  sizeBand: null,
  lei: null,
  bic: null,
  bankCode: null,
  registered314bOn: null,
  registered314bUntil: null,
  recordedGround: null,
  recordedGroundOn: null,
  note: null,
  ...facts,
});

function value<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw new Error(`The demo's vetting was refused: ${outcome.reason} ${JSON.stringify(outcome.facts)}`);
}
