import { and, eq } from "drizzle-orm";
import { findAdvisory } from "~/domain/advisories/advisories.server";
import { recordEvent } from "~/domain/audit/record-event.server";
import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { adoptionAcknowledgements, adoptionBoards } from "~db/schema";
import { mayWorkOnBoards } from "./adoption.policy";

type Acknowledgement = { number: string; by: Viewer; at: Date };

/** That the institution has received the current version; with the first one its board begins. Done twice, it is done once. */
export function acknowledgeAdvisory(db: Db, { number, by, at }: Acknowledgement) {
  return asViewer(db, by, async (tx) => {
    const advisory = await findAdvisory(tx, by, number);
    if (!advisory) return refused("not_found");
    if (!mayWorkOnBoards(by)) return refused("not_allowed");
    const { organisationId, memberId } = by;
    const version = advisory.currentVersion;

    const own = and(
      eq(adoptionBoards.organisationId, organisationId),
      eq(adoptionBoards.advisoryId, advisory.id),
    );
    await tx
      .insert(adoptionBoards)
      .values({
        organisationId,
        advisoryId: advisory.id,
        number: advisory.number,
        begunBy: memberId,
        begunAt: at,
      })
      .onConflictDoNothing();
    const [board] = await tx.select({ id: adoptionBoards.id }).from(adoptionBoards).where(own);
    // Their standing may have ended since the door let them in.
    if (!board) return refused("not_allowed");
    const received = await tx
      .insert(adoptionAcknowledgements)
      .values({ boardId: board.id, organisationId, version, memberId, at })
      .onConflictDoNothing()
      .returning({ version: adoptionAcknowledgements.version });
    if (received.length > 0) {
      await recordEvent(tx, {
        action: "advisory.acknowledged",
        subject: { kind: "adoption-board", id: board.id },
        at,
      });
    }
    return done({ id: board.id, number: advisory.number, version });
  });
}
