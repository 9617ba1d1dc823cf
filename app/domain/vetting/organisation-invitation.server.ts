import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { letterOf } from "~/domain/invitations/invitations.server";
import type { Viewer } from "~/domain/members/viewer";
import { asViewer, type Db } from "~db/client.server";
import { invitations } from "~db/schema";

type Wanted = { organisationId: string; at: Date };

/** The invitation of an organisation's first administrator that nobody has taken up, for the officers of its country. */
export async function findOrganisationInvitation(db: Db, viewer: Viewer, { organisationId, at }: Wanted) {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({
        id: invitations.id,
        email: invitations.email,
        invitedAt: invitations.sentAt,
        expiresAt: invitations.expiresAt,
        letter: letterOf,
      })
      .from(invitations)
      .where(
        and(
          eq(invitations.organisationId, organisationId),
          eq(invitations.kind, "organisation"),
          isNull(invitations.acceptedAt),
          isNull(invitations.withdrawnAt),
        ),
      )
      .orderBy(desc(invitations.invitedAt))
      .limit(1),
  );
  return row && { ...row, over: row.expiresAt <= at };
}

/** When the first of an organisation took its invitation up: from then on its own administrators invite. */
export async function findFirstAcceptance(
  db: Db,
  viewer: Viewer,
  { organisationId }: Pick<Wanted, "organisationId">,
) {
  const [row] = await asViewer(db, viewer, (tx) =>
    tx
      .select({ acceptedAt: invitations.acceptedAt })
      .from(invitations)
      .where(and(eq(invitations.organisationId, organisationId), isNotNull(invitations.acceptedAt)))
      .orderBy(asc(invitations.acceptedAt))
      .limit(1),
  );
  return row?.acceptedAt ?? undefined;
}
