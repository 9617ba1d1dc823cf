import { sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { recordEvent } from "~/domain/audit/record-event.server";
import { personName } from "~/domain/members/member.form";
import { timeZoneNamed } from "~/domain/members/time-zone";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Transaction } from "~db/client.server";
import type { InvitationKind } from "./invitation";
import { hashOfToken } from "./invitation-token.server";

type Acceptance = { token: string; name: string; language: Language; timeZone: string; at: Date };
type Accepted = {
  memberId: string;
  organisationId: string;
  invitationId: string;
  invitedBy: string | null;
  kind: InvitationKind;
};

/**
 * Makes the member. Call it in the transaction that also keeps their way to sign in: a member without one must not exist.
 * From here on the transaction is the new member's own.
 */
export async function acceptInvitation(tx: Transaction, { token, name, language, timeZone, at }: Acceptance) {
  const person = personName.safeParse(storable(name));
  if (!person.success) return refused(person.error.issues[0]?.message.replace(/^errors\./, "") ?? "invalid");
  const zone = timeZoneNamed(timeZone);
  if (!zone) return refused("time_zone_unknown");
  const [row] = await tx.execute<{ answer: Accepted | { refused: string } }>(
    sql`select invitation_accept(${hashOfToken(token)}, ${person.data}, ${language}, ${zone}, ${at.toISOString()}::timestamptz) as answer`,
  );
  const answer = row?.answer ?? { refused: "invitation_unknown" };
  if ("refused" in answer) return refused(answer.refused);

  await tx.execute(sql`select set_config('ribera.member', ${answer.memberId}, true)`);
  if (answer.invitedBy !== null) {
    await queueNotice(tx, {
      kind: "invitation-accepted",
      to: { memberId: answer.invitedBy },
      about: { invitationId: answer.invitationId },
      at,
    });
  }
  await recordEvent(tx, {
    action: "member.joined",
    subject: { kind: "member", id: answer.memberId },
    detail: { invitation: answer.invitationId, organisation: answer.organisationId },
    at,
  });
  return done(answer);
}
