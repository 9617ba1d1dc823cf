import { eq } from "drizzle-orm";
import { recordEvent } from "~/domain/audit/record-event.server";
import { isMember, type Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { invitations } from "~db/schema";
import { lockInvitation } from "./lock-invitation.server";

type Withdrawal = { id: string; by: Viewer; at: Date };

/** The link is dead from now on. The wall says who may. */
export function withdrawInvitation(db: Db, { id, by, at }: Withdrawal) {
  return asViewer(db, by, async (tx) => {
    const invitation = isMember(by) ? await lockInvitation(tx, id) : undefined;
    if (!invitation || !isMember(by)) return refused("not_found");
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
