import { eq, sql } from "drizzle-orm";
import { asActor } from "~/domain/as-actor.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { queueNotice } from "~/domain/notices/queue-notice.server";
import { done, refused } from "~/domain/outcome";
import type { Db } from "~db/client.server";
import { members } from "~db/schema";
import { mayEndMembership } from "./people.policy";

type End = { memberId: string; by: Viewer; at: Date };

/** Ends every access of this person at once; what they did stays on the record. */
export function endMembership(db: Db, { memberId, by, at }: End) {
  return asActor(db, by, async (tx) => {
    if (!mayEndMembership(by, memberId)) return refused("not_allowed");
    const [row] = await tx.execute<{ hindrance: string | null }>(
      sql`select member_hindrance(${memberId}::uuid, false) as hindrance`,
    );
    if (row?.hindrance) return refused(row.hindrance);

    const [leaver] = await tx
      .select({ email: members.email, language: members.language, name: members.name })
      .from(members)
      .where(eq(members.id, memberId));
    if (!leaver) return refused("not_found");
    await queueNotice(tx, {
      kind: "member-left",
      to: leaver,
      about: { organisationId: by.organisationId },
      at,
    });
    // Before the end: whoever leaves is still the one who did it.
    await recordEvent(tx, { action: "member.left", subject: { kind: "member", id: memberId }, at });
    await tx.execute(sql`select membership_end(${memberId}::uuid, ${at.toISOString()}::timestamptz)`);
    return done({ memberId });
  });
}
