import { eq } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { invitations } from "~db/schema";
import { mayRunInvitation } from "./invitation.policy";
import { lockInvitation } from "./lock-invitation.server";

type Withdrawal = { id: string; by: Viewer; at: Date };

/** The link is dead from now on. */
export function withdrawInvitation(db: Db, { id, by, at }: Withdrawal) {
  return asActor(db, by, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (!invitation || !mayRunInvitation(by, invitation)) return refused("not_found");
    const [withdrawn] = await tx
      .update(invitations)
      .set({ withdrawnAt: at, withdrawnBy: by.memberId })
      .where(eq(invitations.id, id))
      .returning({ id: invitations.id });
    if (!withdrawn) return refused("not_found");
    await recordEvent(tx, {
      action: "invitation.withdrawn",
      subject: { kind: "invitation", id },
      at,
    });
    return done({ id });
  });
}
