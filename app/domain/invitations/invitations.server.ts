import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { GivenRole } from "~/domain/members/role";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { invitations, members } from "~db/schema";
import type { FoundInvitation, InvitationLetter } from "./invitation";
import { mayInviteMembers } from "./invitation.policy";
import { hashOfToken } from "./invitation-token.server";

/** The invitation of this link in whatever state; nothing for a link that is none, or that a newer one replaced. */
export async function findInvitationByToken(
  db: Db,
  { token, at }: { token: string; at: Date },
): Promise<FoundInvitation | undefined> {
  const [row] = await db.execute<{ found: FoundInvitation | null }>(
    sql`select invitation_find(${hashOfToken(token)}, ${at.toISOString()}::timestamptz) as found`,
  );
  return row?.found ?? undefined;
}

/** Of letters that were settled long ago nothing is known any more. */
export const letterOf = sql<InvitationLetter | null>`(select l.letter from invitation_letters() l where l.invitation = ${invitations.id})`;

/** The invitations into the administrator's organisation that wait, the run out ones as well; the next to run out first. */
export async function listInvitations(db: Db, viewer: Viewer) {
  if (!mayInviteMembers(viewer)) return [];
  return asViewer(db, viewer, (tx) =>
    tx
      .select({
        id: invitations.id,
        email: invitations.email,
        name: invitations.name,
        language: invitations.language,
        // Written by `rolesOfKeys` alone.
        roles: sql<GivenRole[]>`${invitations.roles}`,
        invitedBy: members.name,
        sentAt: invitations.sentAt,
        expiresAt: invitations.expiresAt,
        letter: letterOf,
      })
      .from(invitations)
      .innerJoin(members, eq(members.id, invitations.invitedBy))
      .where(
        and(
          eq(invitations.kind, "member"),
          eq(invitations.organisationId, viewer.organisationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      )
      .orderBy(asc(invitations.expiresAt), asc(invitations.id)),
  );
}
