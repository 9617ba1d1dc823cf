import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { invitations } from "~db/schema";
import { daysAfter, invitationDays, mostSendings, secondsBetweenSendings } from "./invitation";
import { mayRunInvitation } from "./invitation.policy";
import { hashOfToken, type InvitationKey, invitationToken } from "./invitation-token.server";
import { lockInvitation } from "./lock-invitation.server";

type Resending = { id: string; by: Viewer; at: Date; key: InvitationKey };

/** Sends a new link with a new term; the link before it is dead from now on. */
export function resendInvitation(db: Db, { id, by, at, key }: Resending) {
  return asActor(db, by, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (!invitation || !mayRunInvitation(by, invitation)) return refused("not_found");
    const { kind, email, language, name, sentAt } = invitation;
    if (at.getTime() - sentAt.getTime() < secondsBetweenSendings * 1000) {
      return refused("invitation_just_sent", { seconds: secondsBetweenSendings });
    }
    if (invitation.generation >= mostSendings)
      return refused("invitation_sent_often", { most: mostSendings });

    const generation = invitation.generation + 1;
    const expiresAt = daysAfter(at, invitationDays);
    const [renewed] = await tx
      .update(invitations)
      .set({
        generation,
        tokenHash: hashOfToken(invitationToken({ id, generation, key })),
        sentAt: at,
        expiresAt,
      })
      .where(eq(invitations.id, id))
      .returning({ id: invitations.id });
    if (!renewed) return refused("not_found");
    await queueNotice(tx, {
      kind: `${kind}-invited`,
      to: { email, language, name },
      about: { invitationId: id, generation },
      at,
    });
    await recordEvent(tx, {
      action: "invitation.resent",
      subject: { kind: "invitation", id },
      detail: { generation },
      at,
    });
    return done({ id, expiresAt });
  });
}
