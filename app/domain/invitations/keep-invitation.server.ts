import { randomUUID } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Language } from "~/domain/advisories/advisory.form";
import { recordEvent } from "~/domain/audit/record-event.server";
import { personName } from "~/domain/members/member.form";
import type { GivenRole } from "~/domain/members/role";
import type { Member } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import { storable } from "~/domain/storable";
import type { Transaction } from "~db/client.server";
import { invitations, members } from "~db/schema";
import { daysAfter, type InvitationKind, invitationDays, mostInADay } from "./invitation";
import { hashOfToken, type InvitationKey, invitationToken } from "./invitation-token.server";
import { normalAddress } from "./normal-address.server";

type Kept = {
  kind: InvitationKind;
  organisationId: string;
  /** As typed. */
  email: string;
  name: string | null;
  language: Language;
  roles: GivenRole[];
  by: Member;
  at: Date;
  key: InvitationKey;
};

/** Writes an invitation and queues its mail. Whether the address is known elsewhere makes no difference to the answer. */
export async function keepInvitation(
  tx: Transaction,
  { kind, organisationId, email, name, language, roles, by, at, key }: Kept,
) {
  const person = name === null ? undefined : personName.safeParse(storable(name));
  if (person?.error) return refused(person.error.issues[0]?.message.replace(/^errors\./, "") ?? "invalid");
  const address = normalAddress(email);
  if (!address.ok) return address;
  const colleague = await tx.$count(
    members,
    and(eq(members.organisationId, organisationId), eq(members.email, address.value), isNull(members.leftAt)),
  );
  if (colleague > 0) return refused("already_a_member");
  const lately = await tx.$count(
    invitations,
    and(eq(invitations.organisationId, organisationId), gt(invitations.invitedAt, daysAfter(at, -1))),
  );
  if (lately >= mostInADay) return refused("invitations_at_limit", { most: mostInADay });

  const id = randomUUID();
  const expiresAt = daysAfter(at, invitationDays);
  await withdrawExpired(tx, organisationId, address.value, by, at);
  // In words of SQL: an insert of the library's names every column, and the web role may fill only these.
  const written = await tx.execute(sql`
    insert into ${invitations} (id, kind, organisation_id, email, name, language, roles, invited_by, invited_at, token_hash, sent_at, expires_at)
    values (${id}::uuid, ${kind}, ${organisationId}::uuid, ${address.value}, ${person?.data ?? null}, ${language},
            ${JSON.stringify(roles)}::jsonb, ${by.memberId}::uuid, ${at.toISOString()}::timestamptz,
            ${hashOfToken(invitationToken({ id, generation: 1, key }))}, ${at.toISOString()}::timestamptz,
            ${expiresAt.toISOString()}::timestamptz)
    on conflict do nothing`);
  if (written.count === 0) return refused("already_invited");

  await queueNotice(tx, {
    kind: `${kind}-invited`,
    to: { email: address.value, language, name: person?.data ?? null },
    about: { invitationId: id, generation: 1 },
    at,
  });
  await recordEvent(tx, {
    action: `${kind}.invited`,
    subject: { kind: "invitation", id },
    detail: { organisation: organisationId, roles: roles.map(({ role }) => role) },
    at,
  });
  return done({ id, email: address.value, expiresAt });
}

/** One that has run out does not stand in the way of a new one. */
const withdrawExpired = (
  tx: Transaction,
  organisationId: string,
  email: string,
  { memberId }: Member,
  at: Date,
) =>
  tx
    .update(invitations)
    .set({ withdrawnAt: at, withdrawnBy: memberId })
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.withdrawnAt),
        sql`${invitations.expiresAt} <= ${at.toISOString()}::timestamptz`,
      ),
    );
