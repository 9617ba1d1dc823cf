import { eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { invitations } from "~db/schema";
import { mayRunInvitation } from "./invitation.policy";
import { lockInvitation } from "./lock-invitation.server";

type Withdrawal = { id: string; by: Viewer; at: Date };

/** The link is dead from now on. */
export function withdrawInvitation(db: Db, { id, by, at }: Withdrawal) {
  return asViewer(db, by, async (tx) => {
    const invitation = await lockInvitation(tx, id);
    if (!invitation || !mayRunInvitation(by, invitation)) return refused("not_found");
    await tx
      .update(invitations)
      .set({ withdrawnAt: at, withdrawnBy: by.memberId })
      .where(eq(invitations.id, id));
    await recordEvent(tx, {
      action: "invitation.withdrawn",
      subject: { kind: "invitation", id },
      at,
    });
    return done({ id });
  });
}
