import type { Viewer } from "~/domain/members/viewer";
import { done, refused } from "~/domain/outcome";
import { asViewer, type Db } from "~db/client.server";
import { sheetPresence } from "~db/schema";
import { mayFillSheet } from "./sheet.policy";
import { readSheetPulse } from "./sheet-pulse.server";

type Presence = { roundId: string; row: number; by: Viewer; at: Date };

/** Says that this member has the sheet open at that row, and learns which colleagues have. Leaves no trace in the record. */
export function noteAtSheet(db: Db, { roundId, row, by, at }: Presence) {
  return asViewer(db, by, async (tx) => {
    if (!mayFillSheet(by)) return refused("not_allowed");
    // Of colleagues and of answers: that this member is here too changes none of it.
    const pulse = await readSheetPulse(tx, by, { roundId, at });
    if (!pulse) return refused("not_found");
    const { organisationId, memberId } = by;
    await tx
      .insert(sheetPresence)
      .values({ roundId, organisationId, memberId, row, seenAt: at })
      .onConflictDoUpdate({
        target: [sheetPresence.roundId, sheetPresence.memberId],
        set: { row, seenAt: at },
      });
    return done(pulse);
  });
}
